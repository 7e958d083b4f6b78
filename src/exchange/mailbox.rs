//! Mailboxes: many mails in one file, each as it came.

use super::{Content, Reading, Refusal, Source};

/// Most mails of a mailbox.
const MAIL_LIMIT: usize = 20_000;

/// Cuts a mailbox into its mails. A mail begins with a line `From …` at the beginning or after an empty line; such a line
/// inside a mail has a `>` in front, which is taken off.
///
/// # Errors
/// [`Refusal::BrokenMail`] when it holds none, [`Refusal::TooManyParts`].
pub fn read(source: &Source) -> Result<Reading, Refusal> {
    let mut mails: Vec<Vec<u8>> = Vec::new();
    let mut after_empty = true;
    for line in source.bytes.split_inclusive(|&byte| byte == b'\n') {
        if after_empty && line.starts_with(b"From ") {
            if mails.len() >= MAIL_LIMIT {
                return Err(Refusal::TooManyParts { limit: MAIL_LIMIT });
            }
            mails.push(Vec::new());
        } else if let Some(mail) = mails.last_mut() {
            let quoted =
                line.iter().position(|&byte| byte != b'>').filter(|&at| line[at..].starts_with(b"From "));
            mail.extend_from_slice(&line[usize::from(quoted.is_some_and(|at| at > 0))..]);
        }
        after_empty = line.trim_ascii().is_empty();
    }
    mails.retain(|mail| !mail.trim_ascii().is_empty());
    if mails.is_empty() {
        return Err(Refusal::BrokenMail);
    }
    let stem = stem(&source.name);
    let named = |(at, mail)| Source::new(&format!("{stem}-{}.eml", at + 1), mail);
    Ok(Reading {
        content: Content::Mailbox(mails.into_iter().enumerate().map(named).collect()),
        notices: Vec::new(),
    })
}

/// A name without its ending.
fn stem(name: &str) -> &str {
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mails(bytes: &[u8]) -> Vec<Source> {
        match read(&Source::new("hop.thu.mbox", bytes.to_vec())).map(|reading| reading.content) {
            Ok(Content::Mailbox(mails)) => mails,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn mails_are_cut_where_they_begin_and_quoting_is_undone() {
        let found =
            mails(b"From a Mon\nFrom: a@b\n\nmot\nFrom me\n>From here\n\nFrom c Tue\nFrom: c@d\n\nhai\n");
        let texts: Vec<_> =
            found.iter().map(|mail| String::from_utf8_lossy(&mail.bytes).into_owned()).collect();
        assert_eq!(texts, ["From: a@b\n\nmot\nFrom me\nFrom here\n\n", "From: c@d\n\nhai\n"]);
        assert_eq!(found[1].name, "hop.thu-2.eml");
        assert_eq!(read(&Source::new("a.mbox", b"chu".to_vec())).unwrap_err(), Refusal::BrokenMail);
    }
}
