//! Document profiles: how a paper is laid out, as data.

use serde::Deserialize;

use super::{Number, PaperDate};

/// Layout of a family of papers. Lengths are millimetres, type sizes and gaps points.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Name for people.
    pub name: String,
    /// Font of everything.
    pub font: String,
    /// The sheet.
    pub page: Page,
    /// What stands above the title.
    pub head: Head,
    /// Kind and subject.
    pub title: Title,
    /// Running text.
    pub body: Body,
    /// Headings by level.
    pub headings: Vec<Heading>,
    /// Tables of the text.
    pub table: TableText,
    /// Signature blocks.
    pub signature: SignatureLayout,
    /// Nơi nhận.
    pub recipients: Recipients,
}

/// The sheet.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Top margin.
    pub top: f32,
    /// Bottom margin.
    pub bottom: f32,
    /// Left margin.
    pub left: f32,
    /// Right margin.
    pub right: f32,
    /// Upper edge of the sheet to the page number.
    pub header: f32,
    /// Size of the page number.
    pub number_size: f32,
}

impl Page {
    /// Width of the text.
    pub fn text_width(&self) -> f32 {
        self.width - self.left - self.right
    }
}

/// How a short text looks.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent properties of type, as a layout file names them"
)]
pub struct Look {
    /// Sizes: the first with which it stays on one line, else the last.
    pub sizes: Vec<f32>,
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italics.
    #[serde(default)]
    pub italic: bool,
    /// Underlined its whole length.
    #[serde(default)]
    pub underline: bool,
    /// Printed in capitals.
    #[serde(default)]
    pub capitals: bool,
}

impl Look {
    /// The text as printed.
    pub fn cased(&self, text: &str) -> String {
        if self.capitals { text.to_uppercase() } else { text.to_owned() }
    }

    /// The size for a text that has `width` millimetres.
    pub fn size(&self, text: &str, width: f32) -> f32 {
        let fits = |size: &&f32| super::metrics::width(text, **size, self.bold) <= width;
        let last = self.sizes.last().copied().unwrap_or(14.0);
        self.sizes.iter().find(fits).copied().unwrap_or(last)
    }
}

/// A line of the motto.
#[derive(Clone, Debug, Deserialize)]
pub struct Motto {
    /// Its words.
    pub text: String,
    /// Its look.
    #[serde(flatten)]
    pub look: Look,
}

/// What stands above the title: the bodies and the number on the left, motto and date on the right.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Width of the left column.
    pub left_width: f32,
    /// Width of the right column.
    pub right_width: f32,
    /// Motto.
    pub motto: Vec<Motto>,
    /// Superior body.
    pub superior: Look,
    /// Issuing body.
    pub body: Look,
    /// Below the issuing body: `*`, `rule` or nothing.
    pub after_body: String,
    /// Number line with `{number}`, `{type}`, `{code}`.
    pub number: String,
    /// Its look.
    pub number_style: Look,
    /// Date line with `{place}`, `{day}`, `{month}`, `{year}`.
    pub place_date: String,
    /// Its look.
    pub place_date_style: Look,
    /// Number and date stand on the same height.
    pub date_beside_number: bool,
    /// Points between head and title.
    pub gap_below: f32,
}

/// Kind and subject of the paper.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// Kind.
    pub kind: Look,
    /// Subject.
    pub subject: Look,
    /// Below the subject: `rule` or the words themselves.
    pub after_subject: String,
    /// Points below.
    pub gap_below: f32,
}

/// Running text.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// Size.
    pub size: f32,
    /// Indent of the first line.
    pub first_line: f32,
    /// Exact distance of lines.
    pub line_pitch: f32,
    /// Points before a paragraph.
    pub gap: f32,
}

/// A level of headings.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// Bold.
    #[serde(default)]
    pub bold: bool,
    /// Italics.
    #[serde(default)]
    pub italic: bool,
}

/// Text in tables.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableText {
    /// Size.
    pub size: f32,
    /// Distance of lines, at least.
    pub line_pitch: f32,
}

/// Signature blocks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureLayout {
    /// Width of the left column: recipients, or the first of two signatures.
    pub left_width: f32,
    /// Width of the right column.
    pub right_width: f32,
    /// "On behalf of" a committee.
    pub on_behalf: String,
    /// "In place of" the head.
    pub in_place: String,
    /// "By order of".
    pub by_order: String,
    /// First line.
    pub authority: Look,
    /// Post.
    pub post: Look,
    /// Name.
    pub name: Look,
    /// Points for signature and seal.
    pub room: f32,
    /// Points above.
    pub gap_above: f32,
}

/// Nơi nhận.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipients {
    /// Its title.
    pub title: String,
    /// Look of the title.
    pub title_style: Look,
    /// Size of the list.
    pub size: f32,
    /// Before each line.
    pub bullet: String,
}

/// Why a profile cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ProfileError {
    /// Not a profile.
    #[error("profile: {0}")]
    Invalid(#[from] Box<toml::de::Error>),
}

/// Room left for a number that the clerk writes in.
const BLANK_NUMBER: &str = "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}";
/// Room left for a day.
const BLANK_DAY: &str = "\u{a0}\u{a0}\u{a0}";

impl Profile {
    /// The profile shipped under a name: `dang` (Party) or `nha-nuoc` (State). Any other name gives the Party's, which
    /// is the one most offices need.
    ///
    /// # Errors
    /// [`ProfileError`] only when the shipped data itself were broken; a test holds that it is not.
    pub fn shipped(name: &str) -> Result<Self, ProfileError> {
        Self::read(match name {
            "nha-nuoc" => include_str!("../../../profiles/nha-nuoc.toml"),
            _ => include_str!("../../../profiles/dang.toml"),
        })
    }

    /// A profile from its text, e.g. an office's own copy.
    ///
    /// # Errors
    /// [`ProfileError::Invalid`] names the line.
    pub fn read(text: &str) -> Result<Self, ProfileError> {
        Ok(toml::from_str(text).map_err(Box::new)?)
    }

    /// The number line.
    pub fn number_line(&self, number: &Number) -> String {
        let given = number.number.trim();
        if given.contains(['-', '/']) {
            let before = self.head.number.split('{').next().unwrap_or_default();
            return format!("{before}{given}");
        }
        let running = if given.is_empty() { BLANK_NUMBER } else { given };
        let line = self
            .head
            .number
            .replace("{number}", running)
            .replace("{type}", &number.kind)
            .replace("{code}", &number.code);
        // Without a code, as in a letter of an office that has none, nothing hangs at the end.
        line.trim_end_matches(['-', '/']).replace("/-", "/")
    }

    /// The line of place and date. Days below 10 and the months 1 and 2 carry a nought, so that nothing can be added.
    pub fn date_line(&self, place: &str, date: PaperDate) -> String {
        let day = date.day.map_or_else(|| BLANK_DAY.to_owned(), |day| format!("{day:02}"));
        let month = if date.month <= 2 { format!("{:02}", date.month) } else { date.month.to_string() };
        let line = self
            .head
            .place_date
            .replace("{day}", &day)
            .replace("{month}", &month)
            .replace("{year}", &date.year.to_string());
        if place.trim().is_empty() {
            return line.replace("{place}, ", "").replace("{place}", "");
        }
        line.replace("{place}", place.trim())
    }

    /// First signature line of a committee: `T/M BAN THƯỜNG VỤ`.
    pub fn on_behalf(&self, body: &str) -> String {
        format!("{} {}", self.signature.on_behalf, body.to_uppercase())
    }

    /// First signature line of a deputy: `K/T TRƯỞNG BAN`.
    pub fn in_place(&self, head_post: &str) -> String {
        format!("{} {}", self.signature.in_place, head_post.to_uppercase())
    }

    /// First signature line by order: `T/L BAN THƯỜNG VỤ`.
    pub fn by_order(&self, body: &str) -> String {
        format!("{} {}", self.signature.by_order, body.to_uppercase())
    }

    /// Look of a heading level from 1; deeper levels look like the last.
    pub fn heading(&self, level: u8) -> Heading {
        let index = usize::from(level.max(1)) - 1;
        self.headings.get(index).or(self.headings.last()).copied().unwrap_or_default()
    }
}
