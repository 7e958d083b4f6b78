//! Styles by meaning. Only the 16 colours of the terminal's own palette and its default colours are used; every colour stands
//! beside a word or a sign. Cyan and yellow are hard to read on white and blue on black, so the colours follow the ground; where
//! nobody knows it, only those that can be read on both are used.

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
    /// What the terminal's ground is.
    pub ground: Ground,
}

/// The ground text stands on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// Nobody knows.
    #[default]
    Unknown,
    /// Black or nearly so.
    Dark,
    /// White or nearly so.
    Light,
}

impl Ground {
    /// What terminals that tell it say in `COLORFGBG`: the numbers of the colours of text and ground.
    pub fn told(colours: &str) -> Self {
        match colours.rsplit(';').next().and_then(|ground| ground.parse::<u8>().ok()) {
            Some(7 | 9..=15) => Self::Light,
            Some(0..=8) => Self::Dark,
            _ => Self::Unknown,
        }
    }
}

impl Look {
    /// The look for a wish.
    pub fn new(wish: Wish) -> Self {
        let style = Style::new();
        let bold = style.add_modifier(Modifier::BOLD);
        // Many terminals make bold colours light ones, which vanish on white.
        let (accent, warning, good) = match wish.ground {
            Ground::Dark => (bold.fg(Color::Cyan), bold.fg(Color::Yellow), style.fg(Color::Green)),
            // The green of sixteen is too light to be read on white.
            Ground::Light => (style.fg(Color::Blue), style.fg(Color::Magenta), style),
            // No colour but magenta and red can be read on black and on white alike.
            Ground::Unknown => (bold, style.fg(Color::Magenta), style),
        };
        // The red of sixteen is too dark to be read on black.
        let red = if wish.ground == Ground::Dark { Color::LightRed } else { Color::Red };
        let urgent = bold.fg(red);
        let [accent, urgent, warning, good] = [accent, urgent, warning, good].map(|coloured| {
            let plain = if coloured == good { style } else { bold };
            if wish.plain { plain } else { coloured }
        });
        Self {
            plain: style,
            strong: style.add_modifier(Modifier::BOLD),
            dim: style.add_modifier(Modifier::DIM),
            bar: style.add_modifier(Modifier::REVERSED),
            bar_chosen: style.add_modifier(Modifier::BOLD),
            cursor: style.add_modifier(Modifier::REVERSED),
            cursor_elsewhere: style.add_modifier(Modifier::UNDERLINED),
            marked: accent,
            accent,
            urgent,
            warning,
            good,
            found: style.add_modifier(Modifier::BOLD | Modifier::UNDERLINED),
            rule: style.add_modifier(Modifier::DIM),
            field: style.add_modifier(Modifier::UNDERLINED),
            ascii: wish.ascii,
        }
    }

    /// A message that something was done: it stands on the room and must not be taken for a row of it.
    pub fn done(&self) -> Style {
        if self.good.fg.is_some() { self.good } else { self.strong }
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

    /// There is more above.
    pub fn above(&self) -> &'static str {
        if self.ascii { "^" } else { "↑" }
    }

    /// There is more below.
    pub fn below(&self) -> &'static str {
        if self.ascii { "v" } else { "↓" }
    }

    /// The sign of a hot spot or the risk of one.
    pub fn hot(&self) -> &'static str {
        if self.ascii { "^" } else { "▲" }
    }

    /// The sign of a clash.
    pub fn clash(&self) -> &'static str {
        if self.ascii { "=" } else { "≡" }
    }

    /// The sign of a table or chart in a text.
    pub fn exhibit(&self) -> &'static str {
        if self.ascii { "%" } else { "▤" }
    }

    /// The sign of something that was changed under what rests on it.
    pub fn changed(&self) -> &'static str {
        if self.ascii { "#" } else { "≠" }
    }

    /// The sign of something done.
    pub fn tick(&self) -> &'static str {
        if self.ascii { "x" } else { "✓" }
    }

    /// What stands for every letter of a passphrase.
    pub fn veil(&self) -> &'static str {
        if self.ascii { "*" } else { "•" }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terminals_that_tell_their_ground_are_believed() {
        assert_eq!(Ground::told("15;0"), Ground::Dark);
        assert_eq!(Ground::told("0;15"), Ground::Light);
        assert_eq!(Ground::told("0;default;15"), Ground::Light);
        assert_eq!(Ground::told("0;default"), Ground::Unknown);
        assert_eq!(Ground::told(""), Ground::Unknown);
    }

    #[test]
    fn without_colours_nothing_has_one_and_what_matters_is_bold() {
        for ground in [Ground::Unknown, Ground::Dark, Ground::Light] {
            let look = Look::new(Wish { plain: true, ascii: false, ground });
            for style in [look.accent, look.urgent, look.warning, look.good, look.marked] {
                assert_eq!((style.fg, style.bg), (None, None));
            }
            assert!(look.urgent.add_modifier.contains(Modifier::BOLD));
        }
    }

    #[test]
    fn no_light_colour_stands_on_a_light_or_unknown_ground() {
        for ground in [Ground::Unknown, Ground::Light] {
            let look = Look::new(Wish { ground, ..Wish::default() });
            for style in [look.accent, look.warning, look.marked, look.good] {
                assert!(!matches!(style.fg, Some(Color::Yellow | Color::Green)), "{ground:?}");
                assert!(style.fg.is_none() || !style.add_modifier.contains(Modifier::BOLD), "{ground:?}");
            }
        }
    }
}
