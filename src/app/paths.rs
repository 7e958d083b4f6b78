//! Paths as people type, paste and drop them.

use std::path::PathBuf;

/// One path: quotes of a file manager's "copy as path" and `~` understood.
pub fn typed_path(text: &str) -> PathBuf {
    let text = unquoted(text.trim());
    let home = || directories::UserDirs::new().map(|folders| folders.home_dir().to_owned());
    let below = text.strip_prefix("~/").or_else(|| text.strip_prefix("~\\")).or((text == "~").then_some(""));
    match below.and_then(|rest| Some(home()?.join(rest))) {
        Some(path) => path,
        None => PathBuf::from(text),
    }
}

/// One or several: several only when each stands in quotes, as terminals write files that are dropped together. A path
/// with blanks needs none.
pub fn typed_paths(text: &str) -> Vec<PathBuf> {
    let text = text.trim();
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(quote) = rest.chars().next().filter(|first| matches!(first, '"' | '\'')) {
        let Some((path, after)) = rest[1..].split_once(quote) else { break };
        found.push(typed_path(path));
        rest = after.trim_start();
    }
    // What is not all in quotes is one path; one that is not there may have its blanks escaped.
    if found.is_empty() || !rest.is_empty() {
        let whole = typed_path(text);
        let escaped = !cfg!(windows) && text.contains('\\') && !whole.exists();
        return vec![if escaped { typed_path(&without_escapes(text)) } else { whole }];
    }
    found
}

fn unquoted(text: &str) -> &str {
    ['"', '\''].into_iter().find_map(|quote| text.strip_prefix(quote)?.strip_suffix(quote)).unwrap_or(text)
}

/// A backslash before a letter goes, the letter stays.
fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        plain.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_taken_as_people_write_them() {
        assert_eq!(typed_path(" \"C:\\so tay\\a.duluan\" "), PathBuf::from("C:\\so tay\\a.duluan"));
        assert_eq!(typed_paths("/a/b c.docx"), [PathBuf::from("/a/b c.docx")]);
        assert_eq!(
            typed_paths("'/a/b c.docx' \"/d's.txt\" "),
            [PathBuf::from("/a/b c.docx"), PathBuf::from("/d's.txt")]
        );
        let home = typed_path("~");
        assert_ne!(home, PathBuf::from("~"));
        assert_eq!(typed_path("'~/a.txt'"), home.join("a.txt"));
    }

    #[test]
    #[cfg(not(windows))]
    fn blanks_a_terminal_escaped_are_blanks() {
        assert_eq!(typed_paths("/a/b\\ c\\ \\(1\\).docx"), [PathBuf::from("/a/b c (1).docx")]);
    }
}
