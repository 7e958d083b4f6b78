//! The person's own settings: one TOML file in their configuration folder.
//!
//! A broken file never stops the start: it is put aside under another name, the shipped settings apply, and
//! [`Settings::trouble`] says so. `DULUAN_CONFIG` names another folder (portable use from a stick, tests).

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::file::Who;
use crate::text::NameOrder;
use crate::text::typing::Method;
use crate::words::Language;

/// Files remembered.
const REMEMBERED: usize = 8;
/// Name of the settings file.
const NAME: &str = "settings.toml";

/// The person's settings.
#[derive(Clone, Debug, Default, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own, as it stands in the file")]
pub struct Settings {
    /// Name of the office, as it stands in the head of papers.
    pub office: String,
    /// The office's prefix of arrival numbers: `LA` in `LA-H-0457`.
    pub prefix: String,
    /// The person's mark in arrival numbers: `H` in `LA-H-0457`.
    pub mark: String,
    /// Name of the person.
    pub person: String,
    /// Language, when chosen.
    pub language: Option<Language>,
    /// Colours, by the ground of the terminal.
    pub theme: Theme,
    /// ASCII signs and borders.
    pub ascii: bool,
    /// The built-in way to type Vietnamese; `None` for a keyboard that has its own.
    pub typing: Option<Method>,
    /// Letters without their marks, for a console whose font lacks them.
    pub unaccented: bool,
    /// The person has said which letters and signs the console shows.
    pub tested: bool,
    /// The mouse; off so that selecting text in the terminal keeps working.
    pub mouse: bool,
    /// Keys of the person's own: the name of an action and the names of its keys.
    pub keys: BTreeMap<String, Vec<String>>,
    /// Order of names.
    pub name_order: NameOrder,
    /// Document profile of papers: `party` or `state`; empty = party.
    pub profile: String,
    /// Files opened last, the newest first.
    pub last_files: Vec<PathBuf>,
    /// Where colleagues share a file, by the copy that is worked on here; the same path twice for a file that is worked on where
    /// it lies.
    pub shared: BTreeMap<PathBuf, PathBuf>,
    /// Where the settings are kept; `None` when the system names no configuration folder.
    pub folder: Option<PathBuf>,
    /// What was wrong with the settings file at the start.
    pub trouble: Option<Trouble>,
    /// What another version wrote, kept as it is.
    pub rest: toml::Table,
}

/// Colours, by the ground of the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the terminal tells, else colours that can be read on both.
    #[default]
    Auto,
    /// For a dark ground.
    Dark,
    /// For a light ground.
    Light,
    /// No colours, like with `NO_COLOR`.
    None,
}

impl Theme {
    /// All, as they are offered.
    pub const ALL: [Self; 4] = [Self::Auto, Self::Dark, Self::Light, Self::None];

    /// Its name in the settings file.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Dark => "dark",
            Self::Light => "light",
            Self::None => "none",
        }
    }

    /// The theme of a name.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.tag().eq_ignore_ascii_case(tag.trim()))
    }
}

/// Why the settings file was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It is no settings file any more; it lies under this name now.
    Broken {
        /// Where it was put; `None` when it could not be moved and still stands in its place.
        kept: Option<PathBuf>,
    },
    /// It could not be read; nothing is written over it.
    Unreadable,
}

/// The file as it is written: names as people type them, everything optional, and what this version does not know is ignored.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a setting of its own, as it stands in the file")]
struct Stored {
    office: String,
    prefix: String,
    mark: String,
    person: String,
    language: String,
    theme: String,
    ascii: bool,
    typing: String,
    unaccented: bool,
    tested: bool,
    mouse: bool,
    name_order: String,
    profile: String,
    last_files: Vec<PathBuf>,
    keys: BTreeMap<String, Keys>,
    shared: BTreeMap<PathBuf, PathBuf>,
    #[serde(flatten)]
    rest: toml::Table,
}

/// One key or several.
#[derive(Debug, Serialize, Deserialize)]
#[serde(untagged)]
enum Keys {
    One(String),
    Several(Vec<String>),
}

impl Settings {
    /// Who writes, for the change log.
    pub fn who(&self) -> Who {
        Who { office: self.office.clone(), person: self.person.clone(), machine: machine() }
    }

    /// The keys of the person's own, each an action with the names of its keys.
    pub fn own_keys(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.keys.iter().map(|(action, keys)| (action.as_str(), keys.as_slice()))
    }

    /// The file opened last that still is there.
    pub fn last_file(&self) -> Option<&Path> {
        self.last_files.iter().map(PathBuf::as_path).find(|path| path.is_file())
    }

    /// Puts `path` first among the remembered files; false when it stood there already.
    pub fn remember(&mut self, path: &Path) -> bool {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        if self.last_files.first() == Some(&path) {
            return false;
        }
        self.last_files.retain(|known| *known != path);
        self.last_files.insert(0, path);
        self.last_files.truncate(REMEMBERED);
        true
    }

    /// Remembers where a file is shared.
    pub fn share(&mut self, file: &Path, place: &Path) {
        self.shared.insert(whole(file), whole(place));
    }

    /// Where a file is shared; `None` where nobody said so.
    pub fn shared_at(&self, file: &Path) -> Option<&Path> {
        let file = whole(file);
        self.shared.get(&file).filter(|place| **place != file).map(PathBuf::as_path)
    }

    /// True for a file on a share or a stick that the person wants to work on there.
    pub fn works_there(&self, file: &Path) -> bool {
        let file = whole(file);
        self.shared.get(&file) == Some(&file)
    }

    /// Writes the settings: to a temporary name first, so that a power cut leaves the old ones.
    ///
    /// # Errors
    /// When the folder cannot be written. A settings file that could not be read is never written over.
    pub fn save(&self) -> io::Result<()> {
        let Some(folder) = &self.folder else { return Ok(()) };
        if self.trouble == Some(Trouble::Unreadable) || self.trouble == Some(Trouble::Broken { kept: None }) {
            return Err(io::ErrorKind::PermissionDenied.into());
        }
        fs::create_dir_all(folder)?;
        let text = toml::to_string(&self.stored()).map_err(io::Error::other)?;
        let temporary = folder.join(format!("{NAME}.{}", std::process::id()));
        let mut file = fs::File::create(&temporary)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        drop(file);
        fs::rename(&temporary, folder.join(NAME))
    }

    fn stored(&self) -> Stored {
        Stored {
            office: self.office.clone(),
            prefix: self.prefix.clone(),
            mark: self.mark.clone(),
            person: self.person.clone(),
            language: self.language.map(|language| language.tag().to_owned()).unwrap_or_default(),
            theme: self.theme.tag().to_owned(),
            ascii: self.ascii,
            typing: self.typing.map_or("", Method::name).to_owned(),
            unaccented: self.unaccented,
            tested: self.tested,
            mouse: self.mouse,
            name_order: match self.name_order {
                NameOrder::GivenFirst => "given",
                NameOrder::FamilyFirst => "family",
            }
            .to_owned(),
            profile: self.profile.clone(),
            last_files: self.last_files.clone(),
            keys: self.keys.iter().map(|(name, keys)| (name.clone(), Keys::Several(keys.clone()))).collect(),
            shared: self.shared.clone(),
            rest: self.rest.clone(),
        }
    }

    fn of(stored: Stored) -> Self {
        Self {
            office: line(&stored.office),
            prefix: line(&stored.prefix),
            mark: line(&stored.mark),
            person: line(&stored.person),
            language: Language::from_tag(&stored.language),
            theme: Theme::from_tag(&stored.theme).unwrap_or_default(),
            ascii: stored.ascii,
            typing: Method::of_name(&stored.typing),
            unaccented: stored.unaccented,
            tested: stored.tested,
            mouse: stored.mouse,
            name_order: match stored.name_order.as_str() {
                "family" => NameOrder::FamilyFirst,
                _ => NameOrder::GivenFirst,
            },
            profile: line(&stored.profile),
            last_files: stored.last_files,
            keys: stored.keys.into_iter().map(|(name, keys)| (line(&name), keys.lines())).collect(),
            shared: stored.shared,
            folder: None,
            trouble: None,
            rest: stored.rest,
        }
    }
}

impl Keys {
    fn lines(self) -> Vec<String> {
        match self {
            Self::One(key) => vec![line(&key)],
            Self::Several(keys) => keys.iter().map(|key| line(key)).collect(),
        }
    }
}

fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn line(text: &str) -> String {
    crate::text::clean_line(text).text
}

/// The settings of the person's configuration folder; the shipped ones when there are none or they cannot be read.
pub fn load() -> Settings {
    folder().map_or_else(Settings::default, |folder| load_from(&folder))
}

/// The settings in `folder`.
pub fn load_from(folder: &Path) -> Settings {
    let path = folder.join(NAME);
    let mut settings = match fs::read(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Settings::default(),
        Err(_) => Settings { trouble: Some(Trouble::Unreadable), ..Settings::default() },
        // Editors of Windows put a byte order mark before the text.
        Ok(bytes) => match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes))
            .ok()
            .and_then(|text| toml::from_str::<Stored>(text).ok())
        {
            Some(stored) => Settings::of(stored),
            None => Settings { trouble: Some(Trouble::Broken { kept: aside(&path) }), ..Settings::default() },
        },
    };
    settings.folder = Some(folder.to_owned());
    settings
}

/// Moves a broken file to the first free name beside it.
fn aside(path: &Path) -> Option<PathBuf> {
    let free = (1..1000)
        .map(|number| path.with_file_name(format!("settings-{number}.broken")))
        .find(|path| !path.exists())?;
    fs::rename(path, &free).ok().map(|()| free)
}

/// The folder of the settings: `DULUAN_CONFIG`, else where the system keeps them.
pub fn folder() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os("DULUAN_CONFIG").filter(|folder| !folder.is_empty()) {
        return Some(PathBuf::from(folder));
    }
    directories::ProjectDirs::from("", "", "duluan").map(|folders| folders.config_dir().to_owned())
}

/// A label of the machine: its name, as the system's environment tells it; empty when it does not.
fn machine() -> String {
    ["COMPUTERNAME", "HOSTNAME"]
        .iter()
        .find_map(|name| std::env::var(name).ok())
        .or_else(|| fs::read_to_string("/etc/hostname").ok())
        .map(|name| line(&name))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let folder = tempfile::tempdir().unwrap();
        let mut settings = load_from(folder.path());
        assert_eq!(settings.trouble, None);
        settings.office = "Xã Lộc An".to_owned();
        settings.prefix = "LA".to_owned();
        settings.mark = "H".to_owned();
        settings.language = Some(Language::English);
        settings.ascii = true;
        settings.typing = Some(Method::Vni);
        settings.theme = Theme::Light;
        settings.mouse = true;
        settings.keys.insert("undo".to_owned(), vec!["q".to_owned(), "Ctrl-Z".to_owned()]);
        settings.name_order = NameOrder::FamilyFirst;
        settings.remember(Path::new("/so/a.duluan"));
        settings.remember(Path::new("/so/b.duluan"));
        settings.remember(Path::new("/so/a.duluan"));
        settings.share(Path::new("/so/a.duluan"), Path::new("/chung/sổ của phòng.duluan"));
        settings.share(Path::new("/chung/b.duluan"), Path::new("/chung/b.duluan"));
        settings.save().unwrap();
        let read = load_from(folder.path());
        assert_eq!(read, settings);
        assert_eq!(read.last_files.len(), 2);
        assert!(read.last_files[0].ends_with("a.duluan"));
        let place = read.shared_at(Path::new("/so/a.duluan")).unwrap();
        assert!(place.ends_with("sổ của phòng.duluan"));
        let there = Path::new("/chung/b.duluan");
        assert!(read.works_there(there) && read.shared_at(there).is_none());
    }

    #[test]
    fn a_broken_file_is_put_aside_and_never_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(NAME);
        for number in 1..=2 {
            fs::write(&path, b"office = \"X\xe3 L\xf4c\n[[[").unwrap();
            let settings = load_from(folder.path());
            let kept = folder.path().join(format!("settings-{number}.broken"));
            assert_eq!(settings.trouble, Some(Trouble::Broken { kept: Some(kept.clone()) }));
            assert!(kept.exists() && !path.exists());
            assert_eq!(settings.office, "");
        }
    }

    #[test]
    fn a_value_of_the_wrong_kind_breaks_nothing() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(NAME), "office = 12").unwrap();
        assert!(matches!(load_from(folder.path()).trouble, Some(Trouble::Broken { .. })));
    }

    #[test]
    fn what_a_later_version_wrote_is_kept_and_a_byte_order_mark_is_ignored() {
        let folder = tempfile::tempdir().unwrap();
        let text =
            "\u{feff}office = \"Xã Lộc An\"\nshade = \"dark\"\n\n[keys]\nundo = \"q\"\n\n[pane]\nwide = 3\n";
        fs::write(folder.path().join(NAME), text).unwrap();
        let settings = load_from(folder.path());
        assert_eq!((settings.office.as_str(), settings.trouble.as_ref()), ("Xã Lộc An", None));
        assert_eq!(settings.keys["undo"], ["q"]);
        settings.save().unwrap();
        let kept = fs::read_to_string(folder.path().join(NAME)).unwrap();
        assert!(kept.contains("shade = \"dark\"") && kept.contains("wide = 3"), "{kept}");
        assert_eq!(load_from(folder.path()).keys, settings.keys);
    }

    #[test]
    fn only_files_that_are_there_are_offered() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path().join("here.duluan");
        fs::write(&here, "").unwrap();
        let mut settings = Settings::default();
        settings.remember(&here);
        settings.remember(&folder.path().join("gone.duluan"));
        assert_eq!(settings.last_file(), Some(here.as_path()));
    }
}
