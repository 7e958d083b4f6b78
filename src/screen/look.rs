//! Styles by meaning. Only the 16 colours of the terminal's own palette and its default colours are used, so light and
//! dark screens both stay readable; every colour stands beside a word or a sign.

use ratatui::style::{Color, Modifier, Style};
use ratatui::symbols::border;

/// How things look, by what they mean.
#[derive(Clone, Copy, Debug)]
pub struct Look {
    /// Ordinary text.
    pub plain: Style,
    /// Headings, the given name, the first line of a preview.
    pub strong: Style,
    /// What is done or secondary.
    pub dim: Style,
    /// The bar on top and its unchosen tabs.
    pub bar: Style,
    /// The chosen tab.
    pub bar_chosen: Style,
    /// The row under the cursor in the pane that has the keys.
    pub cursor: Style,
    /// The row under the cursor in another pane.
    pub cursor_elsewhere: Style,
    /// A marked row.
    pub marked: Style,
    /// The one accent: keys in hints, the count that matters.
    pub accent: Style,
    /// Urgent, hot spot.
    pub urgent: Style,
    /// To be looked at: unverified, late.
    pub warning: Style,
    /// Done, on time.
    pub good: Style,
    /// Words found by a search.
    pub found: Style,
    /// Thin rules.
    pub rule: Style,
    /// Text fields.
    pub field: Style,
    /// Signs and borders in ASCII.
    pub ascii: bool,
}

/// What the person wants of colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wish {
    /// No colours (NO_COLOR or the setting).
    pub plain: bool,
    /// ASCII signs and borders.
    pub ascii: bool,
}

impl Look {
    /// The look for a wish.
    pub fn new(wish: Wish) -> Self {
        let style = Style::new();
        let colour = |colour: Color| if wish.plain { style } else { style.fg(colour) };
        Self {
            plain: style,
            strong: style.add_modifier(Modifier::BOLD),
            dim: style.add_modifier(Modifier::DIM),
            bar: style.add_modifier(Modifier::REVERSED),
            bar_chosen: style.add_modifier(Modifier::BOLD),
            cursor: style.add_modifier(Modifier::REVERSED),
            cursor_elsewhere: style.add_modifier(Modifier::UNDERLINED),
            marked: colour(Color::Cyan).add_modifier(Modifier::BOLD),
            accent: colour(Color::Cyan).add_modifier(Modifier::BOLD),
            urgent: colour(Color::Red).add_modifier(Modifier::BOLD),
            warning: colour(Color::Yellow).add_modifier(Modifier::BOLD),
            good: colour(Color::Green),
            found: style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            rule: style.add_modifier(Modifier::DIM),
            field: style.add_modifier(Modifier::UNDERLINED),
            ascii: wish.ascii,
        }
    }

    /// The sign before the row under the cursor.
    pub fn pointer(&self) -> &'static str {
        if self.ascii { ">" } else { "▌" }
    }

    /// The sign of a marked row.
    pub fn mark(&self) -> &'static str {
        if self.ascii { "*" } else { "●" }
    }

    /// The horizontal rule.
    pub fn horizontal(&self) -> &'static str {
        if self.ascii { "-" } else { "─" }
    }

    /// The vertical rule.
    pub fn vertical(&self) -> &'static str {
        if self.ascii { "|" } else { "│" }
    }

    /// The sign where text was cut.
    pub fn ellipsis(&self) -> &'static str {
        if self.ascii { "~" } else { "…" }
    }

    /// The sign of a hot spot or the risk of one.
    pub fn hot(&self) -> &'static str {
        if self.ascii { "^" } else { "▲" }
    }

    /// The sign of a clash.
    pub fn clash(&self) -> &'static str {
        if self.ascii { "=" } else { "≡" }
    }

    /// The sign of something done.
    pub fn tick(&self) -> &'static str {
        if self.ascii { "x" } else { "✓" }
    }

    /// The sign between parts of a line.
    pub fn dot(&self) -> &'static str {
        if self.ascii { "-" } else { "·" }
    }

    /// The border of a window.
    pub fn border(&self) -> border::Set<'static> {
        if self.ascii { ASCII } else { border::PLAIN }
    }
}

const ASCII: border::Set<'static> = border::Set {
    top_left: "+",
    top_right: "+",
    bottom_left: "+",
    bottom_right: "+",
    vertical_left: "|",
    vertical_right: "|",
    horizontal_top: "-",
    horizontal_bottom: "-",
};
