//! The agenda by filters and columns, and many classes changed at once, in a real terminal.

use std::path::{Path, PathBuf};

use chrono::{Days, Local, NaiveDate};
use duluan::file::{FileError, Who};
use duluan::training;
use duluan::training::model::{ClassKind, ClassState, NewClass, Participant, Session};

use crate::common::terminal::{Terminal, key};

/// Four classes and meetings: two to come, one held without a result and attended by two, one called off.
fn agenda(folder: &tempfile::TempDir) -> (PathBuf, NaiveDate) {
    let path = folder.path().join("xa.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    let today = Local::now().date_naive();
    let soon = today + Days::new(10);
    let class = |title: &str, day: NaiveDate, state: ClassState, place: &str| NewClass {
        title: title.into(),
        date_from: Some(day),
        date_to: Some(day),
        state,
        place: place.into(),
        sessions: vec![Session { on: Some(day), content: "Khai mạc".into(), ..Session::default() }],
        ..NewClass::default()
    };
    let person = |name: &str| Participant {
        full_name: name.into(),
        unit_name: "thôn 7".into(),
        ..Participant::default()
    };
    let classes = [
        class("Lớp kỹ năng", soon, ClassState::Planned, "Nhà văn hóa"),
        NewClass {
            kind: ClassKind::Briefing,
            ..class("Giao ban quý", soon, ClassState::Planned, "Hội trường")
        },
        NewClass {
            participants: vec![person("Nông Thị Huệ"), person("Trần Văn Nam")],
            ..class("Lớp đầu năm", today - Days::new(40), ClassState::Held, "An Lạc")
        },
        class("Tập huấn hè", today - Days::new(20), ClassState::Cancelled, ""),
    ];
    file.write("class-add", |tx| {
        for class in &classes {
            training::store::insert_class(tx, class)?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    (path, soon)
}

/// Title, place and days of a class with the day of its first session.
fn known(path: &Path, title: &str) -> (String, Option<NaiveDate>, Option<NaiveDate>) {
    let file = duluan::office::open(path, Who::default()).unwrap();
    let lines = training::store::class_lines(file.connection()).unwrap();
    let id = lines.iter().find(|line| line.title == title).unwrap().id;
    let known = training::store::class(file.connection(), id).unwrap().unwrap().known;
    (known.place, known.date_from, known.sessions[0].on)
}

/// The line of the screen with this, counted from the top.
fn line_of(text: &str, what: &str) -> usize {
    text.lines().position(|line| line.contains(what)).unwrap_or_else(|| panic!("no {what}:\n{text}"))
}

#[test]
fn a_filter_is_kept_as_a_view_and_many_classes_are_changed_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let (path, soon) = agenda(&folder);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Giao ban quý");
    // A view every file has.
    terminal.press(key::F4);
    let views = terminal.wait_for("Đã tổ chức, thiếu kết quả");
    let line = views.lines().find(|line| line.contains("nhóm:thiếukếtquả")).unwrap();
    assert!(line.contains(" 1 "), "{views}");
    for _ in 0..6 {
        terminal.press(key::DOWN);
    }
    terminal.press(key::ENTER);
    let shown = terminal.wait_for("1 lớp, hội nghị");
    assert!(shown.contains("Lớp đầu năm") && !shown.contains("Giao ban quý"), "{shown}");
    // One of the office's own.
    terminal.press("/");
    terminal.wait_for("Tìm:");
    terminal.type_keys("tt:mơi");
    terminal.wait_for("Không có trạng thái “mơi”");
    for _ in 0..3 {
        terminal.press("\x7f");
    }
    terminal.type_keys("co ke hoach".replace(' ', "").as_str());
    terminal.wait_for("2 lớp, hội nghị");
    terminal.press("\x13");
    terminal.wait_for("Khung nhìn");
    terminal.type_keys("Đang lập");
    terminal.press("\x13");
    terminal.wait_for("Đã giữ khung nhìn Đang lập");
    terminal.wait_for("tt:cókếhoạch");
    // By the place, then the other way round.
    terminal.press(";");
    terminal.wait_for("Xếp danh sách theo");
    terminal.type_keys("noi to");
    terminal.press(key::ENTER);
    let text = terminal.wait_for("xếp theo Nơi tổ chức");
    assert!(line_of(&text, "Giao ban quý") < line_of(&text, "Lớp kỹ năng"), "{text}");
    // Both a week later and elsewhere.
    terminal.press("*");
    terminal.wait_for("2 việc được đánh dấu");
    terminal.press(key::F2);
    terminal.wait_for("Sửa 2 lớp, hội nghị được đánh dấu");
    terminal.press(key::TAB);
    terminal.type_keys("Phòng 2");
    terminal.press(key::TAB);
    terminal.type_keys("7");
    terminal.press("\x13");
    terminal.wait_for("Sẽ đổi 2 trong 2 lớp");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã sửa 2 lớp, hội nghị");
    let later = Some(soon + Days::new(7));
    for title in ["Lớp kỹ năng", "Giao ban quý"] {
        assert_eq!(known(&path, title), ("Phòng 2".into(), later, later));
    }
    // One undo takes both back.
    terminal.press("z");
    terminal.wait_for("Đã hoàn tác: Sửa nhiều lớp, hội nghị");
    for (title, place) in [("Lớp kỹ năng", "Nhà văn hóa"), ("Giao ban quý", "Hội trường")] {
        assert_eq!(known(&path, title), (place.into(), Some(soon), Some(soon)));
    }
    // Counted: of all months, and nobody is named.
    terminal.press(key::ESC);
    terminal.wait_gone("tt:cókếhoạch");
    terminal.press("6");
    let quarters = terminal.wait_for("4 lớp, hội nghị");
    let line = quarters.lines().find(|line| line.contains("quý ")).unwrap();
    assert!(line.contains(" 2  ▄"), "{quarters}");
    terminal.press(key::RIGHT);
    terminal.wait_for("lớp bồi dưỡng, đã tổ chức");
    terminal.press(key::RIGHT);
    let units = terminal.wait_for("mỗi người đếm một lần");
    assert!(units.contains("thôn 7") && !units.contains("Nông Thị Huệ"), "{units}");
    terminal.press(key::ESC);
    terminal.quit();
}
