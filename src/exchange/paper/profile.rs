//! Document profiles: how a paper is laid out, as data.

use std::path::{Path, PathBuf};

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
    /// The office's own copy is broken.
    #[error("{path}, line {line}: {message}")]
    Own {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// What is wrong there.
        message: String,
    },
    /// The office's own copy asks for what no sheet can hold: margins or columns wider than the paper.
    #[error("{0}: the columns do not fit the sheet")]
    Measures(PathBuf),
    /// The office's own copy cannot be read.
    #[error("{0}: {1}")]
    Unreadable(PathBuf, std::io::Error),
}

/// Profiles that ship.
pub const SHIPPED: [&str; 2] = ["dang", "nha-nuoc"];

/// The text of a shipped profile; of any other name the Party's, which is the one most offices need.
pub fn shipped_text(name: &str) -> &'static str {
    match name {
        "nha-nuoc" => include_str!("../../../profiles/nha-nuoc.toml"),
        _ => include_str!("../../../profiles/dang.toml"),
    }
}

/// Where an office's own copy of a profile lies; `None` without a configuration folder, or for a name that is none.
pub fn own_path(name: &str, folder: Option<&Path>) -> Option<PathBuf> {
    let name = if name.is_empty() { SHIPPED[0] } else { name };
    let plain = name.chars().all(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_'));
    plain.then(|| Some(folder?.join("profiles").join(format!("{name}.toml")))).flatten()
}

/// A layout an office can choose, and what holds for it.
#[derive(Debug)]
pub struct Found {
    /// The name of its file, as the office's row keeps it.
    pub name: String,
    /// What it calls itself; nothing for a broken one.
    pub title: String,
    /// The office's own, or an own copy of a shipped one.
    pub own: bool,
    /// Why it cannot be used.
    pub broken: Option<ProfileError>,
}

/// The layouts of a configuration folder: the shipped ones, then one's own by name.
pub fn found(folder: Option<&Path>) -> Vec<Found> {
    let own = folder.and_then(|folder| std::fs::read_dir(folder.join("profiles")).ok());
    let mut names: Vec<String> = own
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let is_profile = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
            path.file_stem()?.to_str().map(str::to_owned).filter(|_| is_profile)
        })
        .filter(|name| !SHIPPED.contains(&name.as_str()) && own_path(name, folder).is_some())
        .collect();
    names.sort_unstable();
    let shipped = SHIPPED.into_iter().map(str::to_owned);
    let found = shipped.chain(names).map(|name| {
        let own = own_path(&name, folder).is_some_and(|path| path.exists());
        match Profile::in_folder(&name, folder) {
            Ok(profile) => Found { name, title: profile.name, own, broken: None },
            Err(error) => Found { name, title: String::new(), own, broken: Some(error) },
        }
    });
    found.collect()
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
        Self::read(shipped_text(name))
    }

    /// The profile papers of an office are printed by: its own copy in the person's configuration folder, else the shipped one.
    ///
    /// # Errors
    /// [`ProfileError`] when the own copy is broken.
    pub fn of_office(name: &str) -> Result<Self, ProfileError> {
        Self::in_folder(name, crate::settings::folder().as_deref())
    }

    /// As [`Profile::of_office`], for a configuration folder.
    ///
    /// # Errors
    /// [`ProfileError`] when the own copy is broken.
    pub fn in_folder(name: &str, folder: Option<&Path>) -> Result<Self, ProfileError> {
        let Some(path) = own_path(name, folder).filter(|path| path.exists()) else {
            return Self::shipped(name);
        };
        let bytes = match std::fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) => return Err(ProfileError::Unreadable(path, error)),
        };
        // Editors of Windows put a byte order mark before the text.
        let text =
            String::from_utf8_lossy(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).into_owned();
        let profile: Self = match toml::from_str(&text) {
            Ok(profile) => profile,
            Err(error) => {
                let at = error.span().map_or(0, |span| span.start).min(text.len());
                let line = text.get(..at).unwrap_or_default().split('\n').count();
                return Err(ProfileError::Own { path, line, message: error.message().to_owned() });
            }
        };
        if profile.fits() { Ok(profile) } else { Err(ProfileError::Measures(path)) }
    }

    /// Whether margins and columns fit the sheet, and no distance is nothing.
    fn fits(&self) -> bool {
        let width = self.page.text_width();
        let height = self.page.height - self.page.top - self.page.bottom;
        let columns = [
            self.head.left_width + self.head.right_width,
            self.signature.left_width + self.signature.right_width,
        ];
        width >= 50.0
            && height >= 50.0
            && columns.iter().all(|columns| *columns > 0.0 && *columns <= width + 0.5)
            && [self.body.size, self.body.line_pitch, self.table.size, self.recipients.size]
                .iter()
                .all(|size| *size >= 1.0)
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
