//! The rules of the house, held by reading the source: which way imports run, where SQL and ratatui may appear, how long a
//! file may get, and that nothing reaches for the network or another program.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms from the top of the house to the ground. A room imports from rooms of its own floor only where it stands alone
/// there, and otherwise only from the floors below.
const FLOORS: &[&[&str]] = &[
    &["main"],
    &["cli"],
    &["app"],
    &["copies", "demo"],
    &["office"],
    &["summary"],
    &["survey"],
    &["inbox"],
    &["training"],
    &["roster"],
    &["screen", "search", "exchange"],
    &["file", "words", "settings"],
    &["text"],
];

/// Imports between rooms of one floor that are meant: settings name the language and label the writer.
const NEIGHBOURS: &[(&str, &str)] = &[("settings", "words"), ("settings", "file"), ("screen", "search")];

/// The longest a source file may get before its room is rebuilt, in lines.
const LONGEST_FILE: usize = 550;

struct Source {
    /// Path below `src`, with `/`.
    place: String,
    /// Text up to the unit tests; nothing of a file that is all tests.
    code: String,
    lines: usize,
}

impl Source {
    fn room(&self) -> &str {
        self.place.split('/').next().unwrap_or_default().trim_end_matches(".rs")
    }

    /// The part of the room: `store` for `inbox/store.rs` and for `inbox/store/page.rs`.
    fn part(&self) -> &str {
        self.place.split('/').nth(1).unwrap_or_default().trim_end_matches(".rs")
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let place = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
                files.push((place, text));
            }
        }
    }
    assert!(files.len() > 20, "the source was not found");
    let tests: Vec<String> = files.iter().flat_map(|(place, text)| test_modules(place, text)).collect();
    let of_tests = |place: &str| {
        tests.iter().any(|test| place.strip_prefix(test).is_some_and(|rest| rest.starts_with(['.', '/'])))
    };
    files
        .iter()
        .map(|(place, text)| Source {
            place: place.clone(),
            code: if of_tests(place) {
                String::new()
            } else {
                text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default().to_owned()
            },
            lines: text.lines().count(),
        })
        .collect()
}

/// Places, without ending, of the modules that a file declares for tests only.
fn test_modules(place: &str, text: &str) -> Vec<String> {
    let folder = place
        .strip_suffix("mod.rs")
        .map_or_else(|| format!("{}/", place.trim_end_matches(".rs")), str::to_owned);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines
        .windows(2)
        .filter(|pair| pair[0] == "#[cfg(test)]" && pair[1].ends_with(';'))
        .filter_map(|pair| pair[1].trim_end_matches(';').split("mod ").nth(1))
        .map(|name| format!("{folder}{name}"))
        .collect()
}

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

/// Code lines without comments.
fn code_lines(source: &Source) -> impl Iterator<Item = &str> {
    source.code.lines().filter(|line| !line.trim_start().starts_with("//"))
}

/// Paths `crate::room::part` that a line names.
fn named(line: &str) -> impl Iterator<Item = (&str, &str)> {
    line.match_indices("crate::").map(|(at, found)| {
        let mut path = line[at + found.len()..].split("::").map(name);
        (path.next().unwrap_or_default(), path.next().unwrap_or_default())
    })
}

/// The identifier a text begins with.
fn name(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(text.len());
    &text[..end]
}

#[test]
fn imports_run_down_the_house() {
    let mut wrong = Vec::new();
    for source in sources() {
        let Some(own) = floor(source.room()) else { continue };
        for line in code_lines(&source) {
            for (room, _) in named(line) {
                let Some(other) = floor(room) else { continue };
                let neighbour = NEIGHBOURS.contains(&(source.room(), room));
                if room != source.room() && other <= own && !neighbour {
                    wrong.push(format!("{}: {}", source.place, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "imports that run up the house:\n{}", wrong.join("\n"));
}

/// The other tests read one path a line.
#[test]
fn imports_name_one_room_each() {
    for source in sources() {
        for line in code_lines(&source) {
            assert!(
                !line.contains("crate::{"),
                "{}: one `use` a room, please: {}",
                source.place,
                line.trim()
            );
        }
    }
}

#[test]
fn a_room_reads_only_the_model_and_store_of_a_lower_room() {
    const ROOMS: &[&str] = &["summary", "inbox", "training", "roster"];
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| ROOMS.contains(&source.room())) {
        for line in code_lines(&source) {
            for (room, part) in named(line) {
                if ROOMS.contains(&room) && room != source.room() && matches!(part, "tab" | "view") {
                    wrong.push(format!("{}: {}", source.place, line.trim()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "a room looks at another's screen:\n{}", wrong.join("\n"));
}

#[test]
fn a_tab_and_a_view_know_no_store_and_a_store_no_screen() {
    let mut wrong = Vec::new();
    for source in sources() {
        let forbidden: &[&str] = match source.part() {
            "view" | "tab" => &["store", "import", "export"],
            "store" | "model" => &["tab", "view"],
            _ => continue,
        };
        let relative = |part: &str| format!("super::{part}::");
        for line in code_lines(&source) {
            let by_path = named(line).any(|(room, part)| room == source.room() && forbidden.contains(&part));
            if by_path || forbidden.iter().any(|part| line.contains(&relative(part))) {
                wrong.push(format!("{}: {}", source.place, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn models_import_only_text_and_plain_types() {
    const PLAIN: &[&str] = &["std", "core", "chrono", "serde", "uuid", "super", "self"];
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| source.part() == "model") {
        for line in code_lines(&source).map(str::trim).filter(|line| line.starts_with("use ")) {
            let first = line.trim_start_matches("use ").split([':', ';', ' ']).next().unwrap_or_default();
            let from_text = line.starts_with("use crate::text");
            let own = line.starts_with(&format!("use crate::{}::model", source.room()));
            if !PLAIN.contains(&first) && !from_text && !own {
                wrong.push(format!("{}: {line}", source.place));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sql_stands_in_stores_file_and_search_only() {
    const WORDS: &[&str] = &["SELECT ", "INSERT INTO ", "UPDATE ", "DELETE FROM ", "PRAGMA "];
    let allowed = |source: &Source| source.part() == "store" || matches!(source.room(), "file" | "search");
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| !allowed(source)) {
        for line in code_lines(&source) {
            if WORDS.iter().any(|word| line.contains(word)) {
                wrong.push(format!("{}: {}", source.place, line.trim()));
            }
        }
    }
    assert!(wrong.is_empty(), "SQL outside its rooms:\n{}", wrong.join("\n"));
}

#[test]
fn ratatui_stands_in_screens_only() {
    let allowed = |source: &Source| {
        matches!(source.room(), "app" | "screen") || matches!(source.part(), "tab" | "view")
    };
    let mut wrong = Vec::new();
    for source in sources().into_iter().filter(|source| !allowed(source)) {
        for line in code_lines(&source).filter(|line| line.contains("ratatui")) {
            wrong.push(format!("{}: {}", source.place, line.trim()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn exchange_knows_no_sql() {
    let wrong: Vec<String> = sources()
        .into_iter()
        .filter(|source| source.room() == "exchange")
        .filter(|source| code_lines(source).any(|line| line.contains("rusqlite")))
        .map(|source| source.place)
        .collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

#[test]
fn nothing_reaches_for_the_network() {
    const SIGNS: &[&str] = &["std::net", "TcpStream", "UdpSocket", "reqwest", "ureq"];
    for source in sources() {
        for line in code_lines(&source) {
            assert!(!SIGNS.iter().any(|sign| line.contains(sign)), "{}: {line}", source.place);
        }
    }
}

#[test]
fn no_file_outgrows_its_room() {
    let long: Vec<String> = sources()
        .into_iter()
        .filter(|source| source.lines > LONGEST_FILE)
        .map(|source| format!("{} ({} lines)", source.place, source.lines))
        .collect();
    assert!(long.is_empty(), "split these: {long:?}");
}
