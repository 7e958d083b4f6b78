//! Closing a bundle with a passphrase, in the age format (age-encryption.org/v1): any age program opens it. What was closed is
//! opened in memory only, so that a lost stick or a borrowed machine keeps nothing readable.

use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Read, Write};
use std::path::{Path, PathBuf};

use age::armor::ArmoredReader;
use age::scrypt::{Identity, Recipient};
use age::secrecy::{ExposeSecret, SecretString};
use age::{DecryptError, Decryptor, Encryptor};
use unicode_normalization::UnicodeNormalization;

use super::error::FileError;

/// A passphrase; it shows in no message and is wiped from memory.
#[derive(Clone, Debug)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// Fewest characters of a passphrase that closes a bundle.
    pub const SHORTEST: usize = 8;

    /// The passphrase as it was typed. Keyboards write one letter with its marks in several ways: they are brought to one.
    pub fn new(typed: &str) -> Self {
        Self(SecretString::from(typed.nfc().collect::<String>()))
    }
}

impl PartialEq for Passphrase {
    fn eq(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

/// Passphrases for the closed files of a merge.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Passphrases {
    of: Vec<(PathBuf, Passphrase)>,
    any: Option<Passphrase>,
}

impl Passphrases {
    /// One for every closed file that has none of its own.
    pub fn one(passphrase: Passphrase) -> Self {
        Self { of: Vec::new(), any: Some(passphrase) }
    }
    /// The one of this file; it takes the place of an earlier one.
    pub fn set(&mut self, file: &Path, passphrase: Passphrase) {
        self.of.retain(|(known, _)| known != file);
        self.of.push((file.to_owned(), passphrase));
    }
    /// What opens this file.
    pub fn of(&self, file: &Path) -> Option<&Passphrase> {
        let own = self.of.iter().find(|(known, _)| known == file);
        own.map(|(_, passphrase)| passphrase).or(self.any.as_ref())
    }
}

const BINARY: &[u8] = b"age-encryption.org/";
const ARMOURED: &[u8] = b"-----BEGIN AGE ENCRYPTED FILE-----";

/// Memory for deriving the key is 2^n KiB: about 0.3 seconds and 128 MB on an old machine.
const WORK: u8 = if cfg!(test) { 8 } else { 17 };
/// The most that is accepted of another program, 1 GB: a file that asks for more wants to bring the machine down.
const MOST_WORK: u8 = 20;
/// Largest closed file that is opened, in bytes, because it is opened in memory.
const LARGEST: u64 = 1 << 30;

/// True when the file is closed with age. It need not exist.
pub fn is_sealed(path: &Path) -> bool {
    let mut head = Vec::new();
    let longest = ARMOURED.len().max(BINARY.len()) as u64;
    let read =
        path.is_file() && File::open(path).and_then(|file| file.take(longest).read_to_end(&mut head)).is_ok();
    read && (head.starts_with(BINARY) || head.starts_with(ARMOURED))
}

/// Writes `plain` closed with the passphrase.
pub(super) fn seal(plain: &[u8], passphrase: &Passphrase, to: &mut impl Write) -> Result<(), FileError> {
    let mut recipient = Recipient::new(passphrase.0.clone());
    recipient.set_work_factor(WORK);
    let recipient: &dyn age::Recipient = &recipient;
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient)).map_err(std::io::Error::other)?;
    let mut out = encryptor.wrap_output(to)?;
    out.write_all(plain)?;
    out.finish()?;
    Ok(())
}

/// Whether the passphrase opens the file; of what it holds nothing is read.
///
/// # Errors
/// [`FileError::WrongPassphrase`] when it does not, others when the file is damaged.
pub fn try_open(path: &Path, passphrase: &Passphrase) -> Result<(), FileError> {
    reader(BufReader::new(File::open(path)?), passphrase).map(|_| ())
}

/// What a closed file holds, in memory.
pub(super) fn unseal(path: &Path, passphrase: Option<&Passphrase>) -> Result<Vec<u8>, FileError> {
    let passphrase = passphrase.ok_or(FileError::Sealed)?;
    if std::fs::metadata(path)?.len() > LARGEST {
        return Err(FileError::TooLarge);
    }
    let opened = reader(Cursor::new(std::fs::read(path)?), passphrase)?;
    let mut plain = Vec::new();
    // Every part is signed: what was torn off or changed is an error here.
    opened.take(LARGEST).read_to_end(&mut plain).map_err(|error| FileError::Damaged(error.to_string()))?;
    Ok(plain)
}

fn reader<R: BufRead>(closed: R, passphrase: &Passphrase) -> Result<impl Read + use<R>, FileError> {
    let damaged = |error: DecryptError| FileError::Damaged(error.to_string());
    let decryptor = Decryptor::new(ArmoredReader::new(closed)).map_err(damaged)?;
    if !decryptor.is_scrypt() {
        return Err(FileError::NotAnOffice);
    }
    let mut identity = Identity::new(passphrase.0.clone());
    identity.set_max_work_factor(MOST_WORK);
    let identity: &dyn age::Identity = &identity;
    decryptor.decrypt(std::iter::once(identity)).map_err(|error| match error {
        DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed | DecryptError::NoMatchingKeys => {
            FileError::WrongPassphrase
        }
        other => damaged(other),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(folder: &Path, plain: &[u8], passphrase: &str) -> PathBuf {
        let mut out = Vec::new();
        seal(plain, &Passphrase::new(passphrase), &mut out).unwrap();
        let path = folder.join("goi.duluan");
        std::fs::write(&path, out).unwrap();
        path
    }

    #[test]
    fn only_the_passphrase_opens_it_and_nothing_shows() {
        let folder = tempfile::tempdir().unwrap();
        let path = closed(folder.path(), b"SQLite format 3 bi mat", "mật khẩu dài");
        assert!(is_sealed(&path) && !is_sealed(folder.path()) && !is_sealed(&folder.path().join("x")));
        let bytes = std::fs::read(&path).unwrap();
        assert!(!bytes.windows(6).any(|part| part == b"SQLite" || part == b"bi mat"));
        assert_eq!(unseal(&path, Some(&Passphrase::new("mật khẩu dài"))).unwrap(), b"SQLite format 3 bi mat");
        let apart: String = "mật khẩu dài".nfd().collect();
        assert!(unseal(&path, Some(&Passphrase::new(&apart))).is_ok(), "typed with marks apart");
        let wrong = unseal(&path, Some(&Passphrase::new("mat khau dai")));
        assert!(matches!(wrong, Err(FileError::WrongPassphrase)), "{wrong:?}");
        assert!(matches!(unseal(&path, None), Err(FileError::Sealed)));
        assert!(!format!("{:?}", Passphrase::new("mật khẩu dài")).contains("khẩu"));
    }

    #[test]
    fn the_library_of_the_format_opens_it_and_its_armour_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let path = closed(folder.path(), "gói".as_bytes(), "mật khẩu dài");
        let identity = Identity::new(SecretString::from("mật khẩu dài".to_owned()));
        assert_eq!(age::decrypt(&identity, &std::fs::read(&path).unwrap()).unwrap(), "gói".as_bytes());
        let mut recipient = Recipient::new(SecretString::from("mật khẩu dài".to_owned()));
        recipient.set_work_factor(8);
        std::fs::write(&path, age::encrypt_and_armor(&recipient, b"abc").unwrap()).unwrap();
        assert!(is_sealed(&path));
        assert_eq!(unseal(&path, Some(&Passphrase::new("mật khẩu dài"))).unwrap(), b"abc");
    }

    #[test]
    fn what_was_torn_or_changed_is_damaged() {
        let folder = tempfile::tempdir().unwrap();
        let path = closed(folder.path(), &vec![7; 200_000], "mật khẩu dài");
        let whole = std::fs::read(&path).unwrap();
        let passphrase = Passphrase::new("mật khẩu dài");
        for torn in [whole.len() - 1, whole.len() / 2, 300, 30] {
            std::fs::write(&path, &whole[..torn]).unwrap();
            let opened = unseal(&path, Some(&passphrase));
            assert!(matches!(opened, Err(FileError::Damaged(_))), "{torn}: {:?}", opened.map(|it| it.len()));
        }
        let mut changed = whole.clone();
        changed[whole.len() - 5] ^= 1;
        std::fs::write(&path, changed).unwrap();
        assert!(matches!(unseal(&path, Some(&passphrase)), Err(FileError::Damaged(_))));
    }
}
