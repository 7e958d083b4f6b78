//! Planning a class in a real terminal: the plan, its sessions, what must be prepared, who attends, who was absent.

use std::path::PathBuf;

use duluan::file::{FileError, OfficeFile, Who};
use duluan::roster;
use duluan::roster::model::{NewCollaborator, NewUnit};
use duluan::roster::store::{OfficeCard, set_office};
use duluan::training;
use duluan::training::model::{Class, ClassState, NewClass, Participant, Preparation, Session};

use crate::common::terminal::{Terminal, key};

/// Six syllables.
const LONG_NAME: &str = "Công Tằng Tôn Nữ Hoàng Quỳnh";

fn office(folder: &tempfile::TempDir) -> (PathBuf, OfficeFile) {
    let path = folder.path().join("xa.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    file.write("roster-import", |tx| {
        let unit = roster::store::insert_unit(tx, &NewUnit::named("xã Lộc An"))?;
        for name in ["Nông Thị Huệ", "Trần Văn Nam", LONG_NAME] {
            let person =
                NewCollaborator { full_name: name.into(), unit: Some(unit), ..NewCollaborator::default() };
            roster::store::insert_collaborator(tx, &person)?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    (path, file)
}

/// An office with a class held in October: one session, one thing to prepare, two people.
fn held(folder: &tempfile::TempDir) -> PathBuf {
    let (path, mut file) = office(folder);
    let day = |text: &str| text.parse().ok();
    let class = NewClass {
        title: "Lớp bồi dưỡng nghiệp vụ năm 2025".into(),
        date_from: day("2025-10-14"),
        date_to: day("2025-10-14"),
        state: ClassState::Held,
        sessions: vec![Session { on: day("2025-10-14"), content: "Khai mạc".into(), ..Session::default() }],
        preparation: vec![Preparation {
            task: "Gửi tài liệu".into(),
            due_on: day("2025-10-12"),
            done: true,
            ..Preparation::default()
        }],
        participants: ["Nông Thị Huệ", LONG_NAME]
            .iter()
            .map(|name| Participant { full_name: (*name).into(), ..Participant::default() })
            .collect(),
        ..NewClass::default()
    };
    file.write("class-add", |tx| {
        training::store::insert_class(tx, &class)?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

/// The classes the file holds now, by their days.
fn classes(path: &std::path::Path) -> Vec<Class> {
    let file = duluan::office::open(path, Who::default()).unwrap();
    let lines = training::store::class_lines(file.connection()).unwrap();
    lines.iter().map(|line| training::store::class(file.connection(), line.id).unwrap().unwrap()).collect()
}

#[test]
fn a_class_is_planned_with_sessions_tasks_and_people() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = office(&folder);
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Chưa có lớp bồi dưỡng");
    terminal.press("n");
    terminal.wait_for("Lớp, hội nghị mới");
    terminal.press(key::ENTER);
    terminal.type_keys("Lớp bồi dưỡng nghiệp vụ");
    terminal.press(key::ENTER);
    terminal.type_keys("14-15/12/2026");
    terminal.press(key::CTRL_S);
    terminal.wait_for("14–15/12");
    terminal.press("l");
    terminal.wait_for("Chưa có buổi nào");
    terminal.press("n");
    terminal.wait_for("Thêm buổi");
    terminal.type_keys("7h30-11h");
    terminal.press(key::ENTER);
    terminal.type_keys("Khai mạc");
    terminal.press(key::CTRL_S);
    terminal.wait_for("07:30–11:00");
    terminal.press("c");
    terminal.wait_for("Chưa ghi việc chuẩn bị nào");
    terminal.press("n");
    terminal.wait_for("Thêm việc chuẩn bị");
    terminal.type_keys("Hội trường, âm thanh");
    terminal.press(key::ENTER);
    terminal.press(key::ENTER);
    terminal.type_keys("12/12/2026");
    terminal.press(key::CTRL_S);
    terminal.wait_for("[ ] Hội trường, âm thanh");
    terminal.press(" ");
    terminal.wait_for("[x] Hội trường, âm thanh");
    terminal.press("g");
    terminal.wait_for("Chưa có ai");
    terminal.press("n");
    terminal.wait_for("Thêm người dự");
    terminal.type_keys("hue");
    terminal.wait_for("Nông Thị Huệ");
    terminal.press(key::ENTER);
    terminal.press(key::TAB);
    terminal.type_keys("Lý Thị Mẩy");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Người dự (2)");
    terminal.quit();
    let class = classes(&path).remove(0).known;
    assert_eq!((class.sessions.len(), class.preparation[0].done), (1, true));
    let people: Vec<(&str, bool)> =
        class.participants.iter().map(|of| (of.full_name.as_str(), of.collaborator.is_some())).collect();
    assert_eq!(people, [("Nông Thị Huệ", true), ("Lý Thị Mẩy", false)]);
}

#[test]
fn everybody_is_present_and_a_blank_marks_who_is_not() {
    let folder = tempfile::tempdir().unwrap();
    let path = held(&folder);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Lớp bồi dưỡng nghiệp vụ năm 2025");
    terminal.press("g");
    terminal.wait_for("Người dự (2)");
    // In a row, not among the keys, which name both.
    terminal.press(" ");
    terminal.wait_for("  vắng");
    terminal.press("p");
    terminal.wait_for("  phép");
    terminal.press(key::UP);
    terminal.press("z");
    terminal.wait_gone("  phép");
    terminal.press(key::ESC);
    terminal.quit();
    let class = classes(&path).remove(0);
    assert_eq!(class.absences.len(), 1);
    assert!(!class.absences[0].excused);
}

#[test]
fn a_past_class_is_the_pattern_of_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    let path = held(&folder);
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Lớp bồi dưỡng nghiệp vụ năm 2025");
    terminal.press("s");
    terminal.wait_for("Tổ chức lại theo mẫu");
    terminal.type_keys("14/10/2027");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Tháng 10/2027");
    terminal.quit();
    let again = classes(&path).pop().unwrap().known;
    assert_eq!((again.state, again.participants.len()), (ClassState::Draft, 0));
    assert_eq!(again.sessions[0].on, "2027-10-14".parse().ok());
    assert_eq!((again.preparation[0].due_on, again.preparation[0].done), ("2027-10-12".parse().ok(), false));
}

#[test]
fn a_short_month_shows_what_comes_next() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut file) = office(&folder);
    let this_month = chrono::Local::now().date_naive();
    file.write("class-add", |tx| {
        for (title, months) in [("Giao ban tháng này", 0), ("Lớp sắp tới", 2)] {
            let day = this_month.checked_add_months(chrono::Months::new(months));
            let class = NewClass { title: title.into(), date_from: day, date_to: day, ..NewClass::default() };
            training::store::insert_class(tx, &class)?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Giao ban tháng này");
    let screen = terminal.wait_for("Sắp tới");
    assert!(screen.contains("Lớp sắp tới"), "{screen}");
    terminal.quit();
}

#[test]
fn the_papers_of_a_class_are_read_and_saved_and_none_is_written_over_unasked() {
    let folder = tempfile::tempdir().unwrap();
    let path = held(&folder);
    let mut file = duluan::office::open(&path, Who::default()).unwrap();
    file.write("office", |tx| {
        let office = OfficeCard { name: "Đảng ủy xã Lộc An".to_owned(), ..OfficeCard::default() };
        Ok::<_, FileError>(set_office(tx, &office)?)
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Lớp bồi dưỡng nghiệp vụ năm 2025");
    terminal.press("p");
    terminal.wait_for("Giấy tờ: Lớp bồi dưỡng");
    // Below the list stands what the paper lacks, and where it is entered.
    terminal.wait_for("mục Người ký");
    terminal.press("p");
    terminal.wait_for("trang 1/1");
    terminal.wait_for("KẾ HOẠCH");
    terminal.press(key::ESC);
    terminal.press(key::ENTER);
    terminal.wait_for("Tên tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã lưu");
    let plan = folder.path().join("Ke hoach - lop boi duong nghiep vu nam 2025.docx");
    let written = std::fs::read(&plan).unwrap();
    assert!(written.starts_with(b"PK"));
    std::fs::write(&plan, "đã sửa tay").unwrap();
    terminal.press(key::ENTER);
    terminal.wait_for("Tên tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("Ghi đè");
    terminal.press(key::ESC);
    terminal.wait_gone("Ghi đè");
    assert_eq!(std::fs::read_to_string(&plan).unwrap(), "đã sửa tay");
    terminal.press("*");
    terminal.press(key::ENTER);
    terminal.wait_for("vào thư mục");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã lưu");
    terminal.press(key::ESC);
    terminal.quit();
    let names: Vec<String> = std::fs::read_dir(folder.path().join("Giay to"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert!(names.len() > 8, "{names:?}");
    let word = |name: &String| std::path::Path::new(name).extension().is_some_and(|ending| ending == "docx");
    assert!(names.iter().all(word), "{names:?}");
    assert!(!names.iter().any(|name| name.starts_with("Du toan")), "there is no estimate: {names:?}");
}

#[test]
fn a_class_at_a_time_and_place_that_is_taken_is_told_when_it_is_saved_and_in_the_agenda() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut file) = office(&folder);
    let day = chrono::Local::now().date_naive() + chrono::Days::new(70);
    file.write("class-add", |tx| {
        let class = NewClass {
            title: "Giao ban Hội Nông dân".into(),
            date_from: Some(day),
            date_to: Some(day),
            place: "Hội trường UBND xã".into(),
            ..NewClass::default()
        };
        training::store::insert_class(tx, &class)?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Giao ban Hội Nông dân");
    terminal.press("n");
    terminal.wait_for("Lớp, hội nghị mới");
    terminal.press(key::ENTER);
    terminal.type_keys("Lớp nghiệp vụ");
    terminal.press(key::ENTER);
    terminal.type_keys(&day.format("%d/%m/%Y").to_string());
    terminal.press(key::ENTER);
    terminal.type_keys("hội trường ubnd xã");
    terminal.press(key::CTRL_S);
    let told = terminal.wait_for("Đã lưu. Trùng nơi họp");
    // Both stand with the sign, and the class under the cursor says with which.
    assert!(told.contains("! Giao ban") && told.contains("! Lớp nghiệp vụ"), "{told}");
    assert!(told.contains("cùng lúc có “Giao ban Hội Nông dân”"), "{told}");
    // Called off, it clashes with nothing.
    terminal.press("t");
    terminal.wait_for("Trạng thái của lớp");
    terminal.type_keys("huy");
    terminal.press(key::ENTER);
    terminal.wait_gone("! Giao ban");
    terminal.quit();
}

#[test]
fn a_standing_meeting_is_entered_once_and_changed_from_one_on() {
    let folder = tempfile::tempdir().unwrap();
    let (path, file) = office(&folder);
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Chưa có lớp bồi dưỡng");
    terminal.press("n");
    terminal.wait_for("Lớp, hội nghị mới");
    terminal.press(key::ENTER);
    terminal.type_keys("Giao ban quý II/2031");
    terminal.press(key::ENTER);
    terminal.type_keys("19/5/2031");
    for _ in 0..6 {
        terminal.press(key::TAB);
    }
    terminal.press(key::RIGHT);
    terminal.press(key::RIGHT);
    terminal.wait_for("hằng quý");
    terminal.press(key::CTRL_S);
    terminal.wait_for("lập sẵn 2 kỳ sau");
    terminal.press("f");
    terminal.press("f");
    terminal.press("f");
    terminal.wait_for("Tháng 8/2031");
    terminal.wait_for("Giao ban quý III/2031");
    // From here on in another place.
    terminal.press(key::F2);
    terminal.wait_for("chỉ kỳ này");
    for _ in 0..3 {
        terminal.press(key::ENTER);
    }
    terminal.press(key::RIGHT);
    terminal.wait_for("kỳ này và 1 kỳ sau");
    terminal.press(key::ENTER);
    terminal.type_keys("Phòng họp số 2");
    terminal.press(key::CTRL_S);
    terminal.wait_for("1 kỳ sau đổi theo");
    terminal.press(key::DELETE);
    terminal.wait_for("Bỏ khỏi lịch");
    terminal.press(key::ESC);
    terminal.wait_gone("Bỏ khỏi lịch");
    terminal.quit();
    let told: Vec<(String, String)> = classes(&path)
        .into_iter()
        .map(|class| (class.known.title, format!("{} {}", class.known.date_from.unwrap(), class.known.place)))
        .collect();
    let expected = [
        ("Giao ban quý II/2031", "2031-05-19 "),
        ("Giao ban quý III/2031", "2031-08-19 Phòng họp số 2"),
        ("Giao ban quý IV/2031", "2031-11-19 Phòng họp số 2"),
    ];
    assert_eq!(told, expected.map(|(title, rest)| (title.to_owned(), rest.to_owned())));
}

#[test]
fn people_who_were_never_trained_are_put_on_the_list_with_one_choice() {
    let folder = tempfile::tempdir().unwrap();
    let (path, mut file) = office(&folder);
    let day = |text: &str| text.parse().ok();
    file.write("class-add", |tx| {
        let people = roster::store::roster(tx, roster::model::Order::Given, None)?;
        let hue = people.find("hue", &roster::model::Narrow::default())[0];
        let hue = people.person(hue).unwrap();
        let before = Participant {
            collaborator: Some(hue.id),
            full_name: hue.full_name.to_string(),
            ..Participant::default()
        };
        for (title, on, state, people) in [
            ("Lớp cũ", "2025-10-14", ClassState::Held, vec![before]),
            ("Lớp mới", "2031-03-10", ClassState::Planned, vec![]),
        ] {
            let class = NewClass {
                title: title.into(),
                date_from: day(on),
                date_to: day(on),
                state,
                participants: people,
                ..NewClass::default()
            };
            training::store::insert_class(tx, &class)?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Lớp mới");
    terminal.press("g");
    terminal.wait_for("Chưa có ai");
    terminal.press("m");
    terminal.wait_for("chưa dự lớp bồi dưỡng nào");
    terminal.type_keys("chua du");
    terminal.wait_gone("nhiệm kỳ mới");
    terminal.press(key::ENTER);
    terminal.wait_for("Thêm 2 người");
    terminal.press(key::ENTER);
    terminal.wait_for("Người dự (2)");
    terminal.press("z");
    terminal.wait_for("Chưa có ai");
    terminal.press(key::CTRL_Y);
    terminal.wait_for("Người dự (2)");
    terminal.press(key::ESC);
    terminal.quit();
    let known = classes(&path).pop().unwrap().known;
    let names: Vec<&str> = known.participants.iter().map(|person| person.full_name.as_str()).collect();
    assert!(names.contains(&"Trần Văn Nam") && names.contains(&LONG_NAME), "{names:?}");
}

#[test]
fn classes_with_a_day_go_into_a_calendar() {
    let folder = tempfile::tempdir().unwrap();
    let path = held(&folder);
    let out = folder.path().join("lich.ics");
    let run = |out: &std::path::Path| {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_duluan"));
        command.env("DULUAN_CONFIG", folder.path()).env("DULUAN_BACKUPS", folder.path());
        command.args(["training", path.to_str().unwrap(), "--ics", out.to_str().unwrap()]).output().unwrap()
    };
    let done = run(&out);
    assert!(done.status.success(), "{done:?}");
    let text = std::fs::read_to_string(&out).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    assert!(
        text.contains("DTSTART;VALUE=DATE:20251014\r\n") && text.contains("DESCRIPTION:Khai mạc\r\n"),
        "{text}"
    );
    let wrong = run(&folder.path().join("lich.docx"));
    assert_eq!(wrong.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains(".ics"), "{wrong:?}");
    assert!(!folder.path().join("lich.docx").exists());
}

#[test]
fn the_plan_of_a_year_is_entered_moved_and_taken_back_by_keys() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    drop(duluan::office::create(&path, duluan::file::Who::default()).unwrap());
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("2 Bồi dưỡng");
    terminal.press("2");
    terminal.wait_for("[2 Bồi dưỡng]");
    terminal.press("m");
    terminal.wait_for("Nội dung cần nắm bắt (0)");
    for (content, when) in [("Gia vat tu", "quy II"), ("Nuoc sach", "thang 4")] {
        terminal.press("n");
        terminal.wait_for("Thêm nội dung vào kế hoạch năm");
        terminal.type_keys(content);
        terminal.press(key::TAB);
        terminal.press(key::TAB);
        terminal.type_keys(when);
        terminal.press("\u{13}");
        terminal.wait_gone("Thêm nội dung vào kế hoạch năm");
        terminal.wait_for(content);
    }
    terminal.wait_for("Nội dung cần nắm bắt (2)");
    terminal.wait_for("quý II");
    terminal.wait_for("tháng 4");
    let order = |screen: &str| screen.find("Nuoc sach") < screen.find("Gia vat tu");
    terminal.press(key::END);
    terminal.press(",");
    terminal.wait_until("the second moved up", order);
    terminal.press("z");
    terminal.wait_until("it is where it was", |screen| screen.contains("Gia vat tu") && !order(screen));
    terminal.press("p");
    terminal.wait_for("Kế hoạch công tác DLXH năm");
    terminal.quit();
}
