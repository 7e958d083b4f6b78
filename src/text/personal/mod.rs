//! Personal identifiers in free text: found to be warned about and masked, never indexed.
//!
//! The program keeps no data of the citizens whose views are reported. What looks like a number, an address or a name of
//! one is shown before saving and exporting, and [`A_CITIZEN`] is offered instead. Citizen numbers follow Decree
//! 137/2015 art. 13 and Circular 07/2016 (3 digits province, 1 century and sex, 2 year, 6 serial).

mod names;
mod numbers;

use std::ops::Range;

pub use names::A_CITIZEN;

/// What a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Citizen number, 12 digits (căn cước).
    Cccd,
    /// Old identity card, 9 digits with its keyword.
    Cmnd,
    /// Phone number.
    Phone,
    /// E-mail address.
    Email,
    /// Vehicle plate.
    Plate,
    /// Bank account, with its keyword.
    Bank,
    /// Passport, with its keyword.
    Passport,
    /// Social insurance number, with its keyword.
    Bhxh,
    /// Health insurance number.
    Bhyt,
    /// Link to a profile in a social network.
    Profile,
    /// Name after ông, bà, anh, chị, em, cô, chú, hộ ….
    Name,
    /// The same, followed by an office held: may stand by choice.
    Official,
    /// Name in quotes after the name of a social network or `biệt danh`.
    Nickname,
}

impl Kind {
    /// The identifier of lists and of JSON output.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cccd => "cccd",
            Self::Cmnd => "cmnd",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Plate => "plate",
            Self::Bank => "bank",
            Self::Passport => "passport",
            Self::Bhxh => "bhxh",
            Self::Bhyt => "bhyt",
            Self::Profile => "profile",
            Self::Name => "name",
            Self::Official => "official",
            Self::Nickname => "nickname",
        }
    }

    /// True for numbers and addresses, false for names.
    pub const fn is_identifier(self) -> bool {
        !matches!(self, Self::Name | Self::Official | Self::Nickname)
    }
}

/// A place in a text that may tell who somebody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Bytes of the text; for a name with the word before it (`chị Hương`), for a number without its keyword.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Everything that may tell who somebody is, in the order of the text, without overlaps. The text is in NFC.
pub fn find(text: &str) -> Vec<Finding> {
    let mut found = identifiers(text);
    let names = names::find(text);
    found.extend(names);
    found.sort_by_key(|finding| (finding.range.start, finding.range.end));
    let mut end = 0;
    found.retain(|finding| {
        let apart = finding.range.start >= end;
        if apart {
            end = finding.range.end;
        }
        apart
    });
    found
}

/// The same but for the names of officials, which may stand.
pub fn of_citizens(text: &str) -> Vec<Finding> {
    let mut found = find(text);
    found.retain(|finding| finding.kind != Kind::Official);
    found
}

/// Numbers and addresses only, in the order of the text, without overlaps.
pub fn identifiers(text: &str) -> Vec<Finding> {
    // Nearly every sentence holds nothing that could be one: it is passed over at the speed of a byte search.
    if may_hold_one(text.as_bytes()) { numbers::find(text) } else { Vec::new() }
}

/// A mail sign, the slash of a link (it follows a letter), or digits enough for the shortest number, with nothing but
/// the signs that group digits and the letters of a plate between them.
fn may_hold_one(text: &[u8]) -> bool {
    /// Digits of the shortest number that is looked for.
    const FEWEST: usize = 5;
    let (mut digits, mut apart, mut before) = (0, 0, b' ');
    for &byte in text {
        if byte == b'@' || (byte == b'/' && (before.is_ascii_alphabetic() || before == b'/')) {
            return true;
        }
        if byte.is_ascii_digit() {
            digits += 1;
            apart = 0;
            if digits >= FEWEST {
                return true;
            }
        } else {
            apart += 1;
            if apart > 3 {
                digits = 0;
            }
        }
        before = byte;
    }
    false
}

/// The text with the findings masked: identifiers become `•••` whatever their length, a name becomes [`A_CITIZEN`], an
/// official's name stays.
pub fn mask(text: &str, findings: &[Finding]) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut copied = 0;
    for finding in findings {
        let Some(before) = text.get(copied..finding.range.start) else {
            continue;
        };
        let Some(name) = text.get(finding.range.clone()) else {
            continue;
        };
        masked.push_str(before);
        match finding.kind {
            Kind::Official => masked.push_str(name),
            Kind::Name => masked.push_str(&names::instead(name)),
            _ => masked.push_str("•••"),
        }
        copied = finding.range.end;
    }
    masked.push_str(text.get(copied..).unwrap_or_default());
    masked
}
