//! The screens below as they stand at 80×24 and 120×40 in both languages: words, styles and cursor, over the
//! demonstration office on a day that never changes. `INSTA_UPDATE=always` takes changed screens over, once looked at.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use chrono::{NaiveDate, NaiveDateTime};
use ratatui::buffer::{Buffer, Cell};
use ratatui::crossterm::event::{KeyCode, KeyModifiers};
use ratatui::style::{Color, Modifier};

use super::Bench;
use crate::demo::{Options, invent};
use crate::office;
use crate::settings::{Settings, Theme};
use crate::words::{Language, Words};

/// Screens by room: a name, and the keys that lead there from a program just opened. What stands in quotation marks is typed.
const ROSTER: &[(&str, &str)] = &[
    ("list", "1"),
    ("search", "1 / 'nth'"),
    ("card", "1 down enter"),
    ("units", "1 t"),
    ("gaps", "1 g"),
    ("ending", "1 h"),
    ("new", "1 n"),
    ("edit", "1 down f2"),
    ("decision", "1 down q"),
    ("bulk", "1 space space m"),
    ("new-unit", "1 t n"),
];
const TRAINING: &[(&str, &str)] = &[
    ("agenda", "2"),
    ("page", "2 enter"),
    ("grid", "2 tab"),
    ("year", "2 m"),
    ("units", "2 right v"),
    ("points", "2 q"),
    ("names", "2 right v enter"),
    ("state", "2 t"),
    ("new", "2 n"),
    ("people", "2 g"),
    ("sessions", "2 l"),
    ("papers", "2 p"),
    ("papers-file", "2 p enter"),
    ("papers-folder", "2 p space space enter"),
    ("papers-preview", "2 p p"),
];
const INBOX: &[(&str, &str)] = &[
    ("queue", "3"),
    ("search", "3 / 'dien luc'"),
    ("filter", "3 f"),
    ("report", "3 down enter"),
    ("marked", "3 space space down space"),
    ("reasons", "3 l"),
    ("duplicate", "3 g"),
    ("issue", "3 v"),
    ("topics", "3 c"),
    ("verification", "3 x"),
    ("views", "3 f4"),
    ("view-form", "3 f4 n"),
    ("view-gone", "3 f4 end delete"),
    ("order", "3 ;"),
    ("ordered", "3 ; 'tieu de' enter"),
    ("sentences", "3 tab"),
    ("sentence-taken", TOLD_BY_NAME_TAB),
    ("personal", TOLD_BY_NAME),
    ("new", "3 n"),
    ("edit", "3 f2"),
    ("answer", "3 p"),
    ("split", "3 s"),
    ("answers", "3 p 'Đã súc rửa đường ống, nước trong từ hôm nay.' ctrl-s p"),
    ("issue-form", "3 h"),
    ("duties", "3 ctrl-p '$duties' enter"),
    ("duty-form", "3 ctrl-p '$duties' enter enter"),
    ("import-path", "3 n ctrl-o"),
    ("import-preview", "3 n ctrl-o 'tests/data/samples/bad' enter"),
    ("import-result", "3 right n ctrl-o 'tests/data/samples/bad' enter enter"),
    ("compare", TOLD_TWICE),
    ("rules-none", "3 ctrl-p '$rules' enter"),
    ("rules-form", "3 ctrl-p '$rules' enter n"),
    ("rules", RULED),
    ("files-none", "3 q"),
];
/// A rule is written.
const RULED: &str = "3 ctrl-p '$rules' enter n down down 'Công Tằng Tôn Nữ Thị Hoàng Quỳnh Anh' ctrl-s";
/// A log as Excel saves it, beside the office's file.
const LOG: &[(&str, &str)] = &[
    ("log-preview", "3 n ctrl-o '$folder/so.csv' enter"),
    ("log-columns", "3 n ctrl-o '$folder/so.csv' enter c"),
    ("log-column", "3 n ctrl-o '$folder/so.csv' enter c enter"),
    ("log-encoding", "3 n ctrl-o '$folder/so.csv' enter m"),
    ("files", "3 q n '$folder/so.csv' enter"),
];
/// Two people tell the same; the second says it in other words.
const TOLD_TWICE: &str = "3 n 'Chi bộ thôn 3' tab 'Nước sinh hoạt ở thôn 3 đục kéo dài sáu ngày nay, bà con phải mua nước \
     bình.' ctrl-n 'Hội phụ nữ' tab 'Nước sinh hoạt ở thôn 3 đục kéo dài bảy ngày nay, bà con mua nước bình để nấu.' ctrl-s g";
/// Somebody is named, and can be called.
const TOLD_BY_NAME: &str = "3 n 'Chi bộ thôn 3' tab 'Nhiều hộ dân lo lắng vì nước đục. Gọi chị Lê Thị Hoa số 0912 345 678.' \
     ctrl-s ctrl-g";
const TOLD_BY_NAME_TAB: &str = "3 n 'Chi bộ thôn 3' tab 'Nhiều hộ dân lo lắng vì nước đục. Gọi chị Lê Thị Hoa số 0912 345 678.' \
     ctrl-s tab down enter";
const DUTIES: &[(&str, &str)] = &[
    ("matrix", "1 5"),
    ("matrix-units", "3 5 tab left left"),
    ("matrix-owed", "3 5 tab tab"),
    ("matrix-excuse", "3 5 down p 'Nghỉ thai sản'"),
    ("matrix-reminder", "3 5 tab n"),
    ("matrix-report", "3 5 tab enter"),
    ("matrix-missing", "3 5 tab l s space"),
    ("charts-weeks", "3 left left left 6"),
    ("charts-topics", "3 left left left 6 right"),
    ("charts-units", "3 left left left 6 right right"),
    ("charts-tendency", "3 left left left 6 left"),
    ("charts-few", "3 f 'từ:21/11' enter 6"),
    ("charts-person", "3 f 'ctv:an' enter 6"),
];
const HANDLING: &[(&str, &str)] = &[
    ("issues", "1 7"),
    ("issues-settled", "3 7 left left"),
    ("issues-scrolled", "3 7 down . . ."),
    ("issues-answer", "3 7 p"),
    ("issues-form", "3 7 f2"),
    ("issues-remove", "3 7 delete"),
    ("issues-briefing", "3 7 right right b"),
    ("orientations", "1 8"),
    ("orientations-told", "3 8 down down down"),
    ("orientations-form", "3 8 f2"),
    ("orientations-who", "3 8 l"),
    ("orientations-sent", "3 8 g"),
    ("orientations-briefing", "3 8 b"),
    ("orientations-message", "3 8 down c"),
    ("orientations-file", "3 8 x"),
    ("orientations-answers", "3 8 down down down enter"),
    ("orientations-new", "3 8 n"),
    ("orientations-wrong", "3 8 n 'a' tab 'b' tab tab tab 'cấp:làng' ctrl-s"),
    ("orientations-list", "3 8 n f5"),
];
/// In a file that holds nothing yet.
const NOTHING: &[(&str, &str)] = &[
    ("issues-none", "3 7"),
    ("issues-new", "3 7 insert"),
    ("orientations-none", "3 8"),
    ("orientations-first", "3 8 insert"),
];
const SUMMARY: &[(&str, &str)] = &[
    ("list", "4"),
    ("new", "4 n"),
    ("outline", "4 enter"),
    ("section", "4 enter down down enter"),
    ("print", "4 p"),
    ("export", "4 x"),
];
const OVER: &[(&str, &str)] = &[
    ("help", "3 f1"),
    ("palette", "3 ctrl-p 'nhap'"),
    ("menu", "3 f9"),
    ("menu-edit", "3 f9 left left"),
    ("menu-help", "1 f9 left left"),
    ("menu-form", "3 n f9"),
    ("help-form", "1 n f1"),
    ("settings", "3 ctrl-t"),
    ("keys", "3 ctrl-t ctrl-k"),
    ("keys-refused", "3 ctrl-t ctrl-k enter a"),
    ("keys-other", "3 ctrl-t ctrl-k down enter r"),
    ("files", "3 ctrl-o"),
    ("history", "1 down f8"),
    ("done", "3 f7"),
    ("decisions", "3 f6"),
];

/// Without a file: what a new user sees.
const START: &[(&str, &str)] = &[
    ("first", ""),
    ("create", "enter"),
    ("create-filled", "enter 'Ban Tuyên giáo và Dân vận Tỉnh ủy Bà Rịa - Vũng Tàu' enter"),
    ("demo", "down enter"),
    ("open", "down down enter"),
    ("open-missing", "down down enter 'khong-co' enter"),
    ("menu", "f9"),
    ("settings", "ctrl-t"),
];

#[test]
fn first_start() {
    compare("start", START, without_file);
}

#[test]
fn the_test_page() {
    compare("test", &[("page", ""), ("page-last", "down down")], test_page);
}

#[test]
fn roster() {
    compare("roster", ROSTER, on_the_demonstration);
}

/// A list whose headings name nobody, and one that is recognised.
const LISTS: &[(&str, &str)] = &[
    ("columns", "1 x '$folder/la.csv' enter"),
    ("column", "1 x '$folder/la.csv' enter home enter"),
    ("columns-said", "1 x '$folder/ctv.csv' enter c"),
    ("import", "1 x '$folder/ctv.csv' enter"),
];

#[test]
fn columns_of_lists() {
    compare("roster-list", LISTS, |bench, folder| {
        let odd = "Danh tính,Thuộc,Gọi số,CCCD\nLò Văn Ỏm,Chi bộ Nà Lạn,0912345678,079201999001\n";
        std::fs::write(folder.join("la.csv"), odd).unwrap();
        std::fs::write(
            folder.join("ctv.csv"),
            "Họ và tên,Đơn vị,Sở trường\nLò Văn Ỏm,Chi bộ Nà Lạn,hát then\n",
        )
        .unwrap();
        on_the_demonstration(bench, folder);
    });
}

#[test]
fn training() {
    compare("training", TRAINING, on_the_demonstration);
}

#[test]
fn inbox() {
    compare("inbox", INBOX, on_the_demonstration);
}

#[test]
fn a_log_looked_at() {
    compare("inbox", LOG, |bench, folder| {
        let log = "Ngày,Người phản ánh,Nội dung,Địa bàn\n\
                   20/11/2026,Chi bộ thôn 3,Nước sinh hoạt đục kéo dài sáu ngày nay,Thôn 3\n\
                   21/11/2026,Hội phụ nữ,Giá sách giáo khoa tăng so với năm trước,Thôn 7\n";
        std::fs::write(folder.join("so.csv"), log).unwrap();
        on_the_demonstration(bench, folder);
    });
}

const SURVEYS: &[(&str, &str)] = &[
    ("list", "3 9"),
    ("results", "3 9 enter down"),
    ("forms", "3 9 enter tab"),
    ("new", "3 9 n"),
    ("question", "3 9 enter f2"),
    ("unit", "3 9 enter tab enter"),
    ("delete", "3 9 delete"),
    ("path", "3 9 x"),
    ("preview", "3 9 x '$folder/phieu.csv' enter"),
    ("preview-identity", "3 9 x '$folder/phieu.csv' enter home"),
    ("taken-in", "3 9 x '$folder/phieu.csv' enter ctrl-s"),
    // More forms came back than were handed out, and more count than came back.
    ("wrong", "3 9 down enter tab down enter tab '1' tab '9' tab '2000' ctrl-s tab"),
];

#[test]
fn surveys() {
    compare("surveys", SURVEYS, |bench, folder| {
        let forms = "Dấu thời gian,Họ và tên,Ông/bà có ủng hộ dời chợ không?,Lo ngại điều gì?,Góp ý\n\
                     2026/10/01 8:05,Nông Thị Huệ,Ủng hộ,\"Mất khách, Đường xa\",Nên có xe đưa đón người già\n\
                     2026/10/01 8:06,Trần Văn Nam,Không ủng hộ,Đường xa,Chợ mới không có chỗ gửi xe\n\
                     2026/10/01 8:07,Lê Thị Bình,Ủng hộ,Mất khách,Giảm tiền thuê sạp năm đầu\n\
                     2026/10/01 8:08,,Ủng hộ,\"Mất khách, Đường xa\",Hỏi thêm tiểu thương chợ cũ\n";
        std::fs::write(folder.join("phieu.csv"), forms).unwrap();
        on_the_demonstration(bench, folder);
    });
}

#[test]
fn duties() {
    compare("duties", DUTIES, on_the_demonstration);
}

#[test]
fn handling() {
    compare("handling", HANDLING, on_the_demonstration);
    compare("handling", NOTHING, on_an_empty_file);
}

#[test]
fn summary() {
    compare("summary", SUMMARY, on_the_demonstration);
}

#[test]
fn over_the_rooms() {
    compare("over", OVER, on_the_demonstration);
}

pub(super) fn compare(room: &str, screens: &[(&str, &str)], begin: fn(&mut Bench, &Path)) {
    let mut different = Vec::new();
    for (language, mark) in [(Language::Vietnamese, "vi"), (Language::English, "en")] {
        for (width, height) in [(80, 24), (120, 40)] {
            for (name, script) in screens {
                let name = format!("{room}-{name}-{width}-{mark}");
                let screen = shown(language, width, height, script, begin);
                let compared = || {
                    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
                        insta::assert_snapshot!(name.as_str(), screen);
                    });
                };
                if std::panic::catch_unwind(std::panic::AssertUnwindSafe(compared)).is_err() {
                    different.push(name.clone());
                }
            }
        }
    }
    assert!(different.is_empty(), "these screens changed: {different:?}");
}

pub(super) fn morning() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 22).and_then(|day| day.and_hms_opt(9, 30, 0)).unwrap()
}

/// The demonstration office, made once and copied for every screen, because keys write.
pub(super) fn office_file(folder: &Path) -> PathBuf {
    static BYTES: OnceLock<Vec<u8>> = OnceLock::new();
    let bytes = BYTES.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("so-tay.duluan");
        let mut file = office::create(&path, Settings::default().who()).unwrap();
        let options = Options { reports: 200, ..Options::usual(morning().date()) };
        invent(&mut file, &options, &mut |_| true).unwrap();
        drop(file);
        // The card tells when somebody was changed last.
        let sql = "UPDATE grp SET at = '2026-11-22T09:00:00'";
        assert!(rusqlite::Connection::open(&path).unwrap().execute(sql, []).unwrap() > 0);
        std::fs::read(path).unwrap()
    });
    let path = folder.join("so-tay.duluan");
    std::fs::write(&path, bytes).unwrap();
    path
}

fn on_the_demonstration(bench: &mut Bench, folder: &Path) {
    bench.program.open(&office_file(folder)).unwrap();
}

fn on_an_empty_file(bench: &mut Bench, folder: &Path) {
    let path = folder.join("so-moi.duluan");
    drop(office::create(&path, Settings::default().who()).unwrap());
    bench.program.open(&path).unwrap();
}

fn without_file(_: &mut Bench, _: &Path) {}

fn test_page(bench: &mut Bench, _: &Path) {
    bench.program.test_console();
}

/// The screen after a script, with its styles and its cursor.
fn shown(language: Language, width: u16, height: u16, script: &str, begin: fn(&mut Bench, &Path)) -> String {
    let (folder, words) = (tempfile::tempdir().unwrap(), Words::new(language));
    // A chosen theme: the terminal that runs the tests must not decide how a screen looks.
    let settings = Settings {
        person: "Phạm Thị Thu Hương".to_owned(),
        mark: "H".to_owned(),
        theme: Theme::Dark,
        ..Settings::default()
    };
    let mut bench = Bench::new(&words, settings, width, height);
    bench.program.clock = morning;
    bench.program.folder = PathBuf::from("/home/hoa/Documents");
    begin(&mut bench, folder.path());
    bench.rest();
    for (at, part) in script.split('\'').enumerate() {
        // Every second part stood in quotation marks.
        if at % 2 == 1 {
            let typed = part
                .replace("$merge", words.key_merge())
                .replace("$publish", words.key_publish())
                .replace("$bundle", words.key_bundle())
                .replace("$rules", words.key_rules())
                .replace("$duties", words.inbox_form_key_duties())
                .replace("$folder", &folder.path().to_string_lossy());
            for letter in typed.chars() {
                bench.letter(letter);
                bench.rest();
            }
            continue;
        }
        for key in part.split_whitespace() {
            let (code, modifiers) = pressed(key);
            bench.key(code, modifiers);
            bench.rest();
        }
    }
    // The folder of the file is another at every run.
    let screen = bench.screen().replace(&folder.path().display().to_string(), "…");
    let cursor =
        bench.terminal.backend().cursor_visible().then(|| bench.terminal.get_cursor_position().unwrap());
    let cursor = cursor.map_or("no cursor".to_owned(), |at| format!("cursor {},{}", at.x, at.y));
    format!("{screen}\n\n{cursor}\n{}", styles(bench.terminal.backend().buffer()))
}

fn pressed(key: &str) -> (KeyCode, KeyModifiers) {
    if let Some(letter) = key.strip_prefix("ctrl-") {
        return (KeyCode::Char(letter.chars().next().unwrap()), KeyModifiers::CONTROL);
    }
    if key == "shift-home" {
        return (KeyCode::Home, KeyModifiers::SHIFT);
    }
    let code = match key {
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "tab" => KeyCode::Tab,
        "space" => KeyCode::Char(' '),
        "home" => KeyCode::Home,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "insert" => KeyCode::Insert,
        "delete" => KeyCode::Delete,
        "end" => KeyCode::End,
        "f1" | "f2" | "f4" | "f5" | "f6" | "f7" | "f8" | "f9" => KeyCode::F(key[1..].parse().unwrap()),
        letter => KeyCode::Char(letter.chars().next().unwrap()),
    };
    (code, KeyModifiers::NONE)
}

/// The styles of a screen, a line for each run of rows alike: from which column to which what is not plain.
fn styles(buffer: &Buffer) -> String {
    let rows: Vec<String> = buffer.content.chunks(usize::from(buffer.area.width)).map(row_styles).collect();
    let mut text = String::new();
    let mut first = 0;
    for alike in rows.chunk_by(|row, next| row == next) {
        let last = first + alike.len() - 1;
        if !alike[0].is_empty() {
            let rows = if first == last { first.to_string() } else { format!("{first}-{last}") };
            writeln!(text, "{rows}: {}", alike[0]).unwrap();
        }
        first = last + 1;
    }
    text
}

fn row_styles(cells: &[Cell]) -> String {
    let mut runs: Vec<(usize, usize, String)> = Vec::new();
    for (column, cell) in cells.iter().enumerate() {
        let style = style(cell);
        match runs.last_mut() {
            Some((_, to, last)) if *last == style => *to = column,
            _ => runs.push((column, column, style)),
        }
    }
    runs.retain(|(_, _, style)| !style.is_empty());
    let runs: Vec<_> = runs.iter().map(|(from, to, style)| format!("{from}-{to} {style}")).collect();
    runs.join(", ")
}

/// A cell's style in short words; nothing when it is plain.
fn style(cell: &Cell) -> String {
    let mut parts = Vec::new();
    for (modifier, name) in [
        (Modifier::BOLD, "bold"),
        (Modifier::DIM, "dim"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::UNDERLINED, "underlined"),
    ] {
        if cell.modifier.contains(modifier) {
            parts.push(name.to_owned());
        }
    }
    parts.extend((cell.fg != Color::Reset).then(|| cell.fg.to_string().to_lowercase()));
    parts.extend((cell.bg != Color::Reset).then(|| format!("on {}", cell.bg.to_string().to_lowercase())));
    parts.join(" ")
}
