//! The log on the screen: history and putting back, what was done, decisions, merging, in a real terminal.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use duluan::file::{FileError, OfficeFile, Who};
use duluan::office;

use crate::common::terminal::{Terminal, key};

const F6: &str = "\x1b[17~";
const F7: &str = "\x1b[18~";
const F8: &str = "\x1b[19~";

/// An office with one report of two matters and one collaborator, written by Nguyễn Văn Hòa.
fn office_file(folder: &Path) -> PathBuf {
    let path = folder.join("so-tay.duluan");
    let mut file = office::create(&path, who("Nguyễn Văn Hòa")).unwrap();
    file.write("import-reports", |tx| {
        let (unit, report) = (tx.new_id(), tx.new_id());
        tx.execute("INSERT INTO unit(id, name, level) VALUES (?1, 'Thôn Bãi Đông', 'base')", [unit])?;
        tx.execute(
            "INSERT INTO collaborator(id, full_name, unit, post) VALUES (?1, 'Đặng Thị Thanh Hương', ?2, 'Trưởng thôn')",
            (tx.new_id(), unit),
        )?;
        tx.execute(
            "INSERT INTO report(id, arrival_number, received_at, unit) VALUES (?1, 'LA-H-0001', '2026-11-20T08:00:00', ?2)",
            (report, unit),
        )?;
        for (position, title) in ["Nước sinh hoạt đục kéo dài", "Giá sách giáo khoa tăng"].iter().enumerate() {
            tx.execute(
                "INSERT INTO item(id, report, position, title) VALUES (?1, ?2, ?3, ?4)",
                (tx.new_id(), report, position as i64, title),
            )?;
        }
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

fn who(person: &str) -> Who {
    Who { person: person.to_owned(), office: "Xã Lộc An".to_owned(), ..Who::default() }
}

/// Somebody else changes a field in their copy.
fn change(path: &Path, person: &str, sql: &str) {
    let mut file: OfficeFile = office::open(path, who(person)).unwrap();
    file.write("collaborator-edit", |tx| Ok::<_, FileError>(tx.execute(sql, [])?)).unwrap();
}

fn value(path: &Path, sql: &str) -> String {
    let file = office::open(path, Who::default()).unwrap();
    file.connection().query_row(sql, [], |row| row.get(0)).unwrap()
}

#[test]
fn f8_tells_who_changed_a_matter_and_puts_a_decision_back() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    change(&file, "Trần Thị Bích", "UPDATE item SET title = 'Giá sách tăng mạnh' WHERE position = 1");
    change(
        &file,
        "Lê Quang Khải",
        "UPDATE item SET triage = 'filed', triage_reason = 'Ngoài phạm vi' WHERE position = 1",
    );
    for (width, height) in [(80, 24), (120, 40)] {
        let mut terminal = Terminal::open(&file, width, height);
        terminal.wait_for("Nước sinh hoạt đục");
        // Every matter, then the second.
        terminal.press(key::F4);
        terminal.wait_for("– tất cả –");
        terminal.press(key::HOME);
        for _ in 0..6 {
            terminal.press(key::DOWN);
        }
        terminal.press(key::ENTER);
        terminal.wait_for("Giá sách tăng mạnh");
        let both = terminal.wait_until("both matters", |text| {
            text.contains("Giá sách tăng mạnh") && text.contains("Nước sinh hoạt đục")
        });
        let first = both.find("Giá sách") < both.find("Nước sinh");
        terminal.press(if first { key::HOME } else { key::END });
        terminal.wait_until("the cursor stands on it", |text| {
            text.lines().any(|line| line.starts_with('▌') && line.contains("Giá sách"))
        });
        terminal.press(F8);
        let screen = terminal.wait_for("Lịch sử");
        let screen = if screen.contains("→") { screen } else { terminal.wait_for("→") };
        for told in ["trạng thái: mới → lưu hồ sơ", "Lê Quang Khải", "Trần Thị Bích", "tạo mới", "LA-H-0001"]
        {
            assert!(screen.contains(told), "{told} is missing:\n{screen}");
        }
        let whole = if width == 80 {
            "tiêu đề: Giá sách giáo khoa tăng →"
        } else {
            "tiêu đề: Giá sách giáo khoa tăng → Giá sách tăng mạnh"
        };
        assert!(screen.contains(whole), "{screen}");
        let newest = screen.find("Lê Quang Khải").unwrap();
        assert!(newest < screen.find("Trần Thị Bích").unwrap(), "newest first:\n{screen}");
        for raw in ["filed", "triage", "new →"] {
            assert!(!screen.contains(raw), "{raw} is no word:\n{screen}");
        }
        if width == 80 {
            terminal.press(key::ESC);
            terminal.wait_gone("Lịch sử");
            terminal.quit();
            continue;
        }
        terminal.press(key::ENTER);
        let question = terminal.wait_for("Trả lại giá trị cũ");
        assert!(question.contains("đang là lưu hồ sơ → sẽ là mới"), "{question}");
        assert!(
            question.contains("đang là Ngoài phạm vi → sẽ là (trống)"),
            "the reason goes with it:\n{question}"
        );
        terminal.press(key::ENTER);
        terminal.wait_for("Đã trả lại 2 trường");
        terminal.wait_for("Khôi phục từ lịch sử");
        assert_eq!(value(&file, "SELECT triage || triage_reason FROM item WHERE position = 1"), "new");
        terminal.press("z");
        terminal.wait_for("Đã hoàn tác: Khôi phục từ lịch sử");
        assert_eq!(value(&file, "SELECT triage FROM item WHERE position = 1"), "filed");
        // The line where it was created has nothing before it.
        terminal.press(key::END);
        terminal.press(key::ENTER);
        terminal.wait_for("trước đó không có gì để trả lại");
        terminal.quit();
    }
}

#[test]
fn f8_names_a_collaborators_history_and_says_who_changed_it_since() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    change(&file, "Trần Thị Bích", "UPDATE collaborator SET post = 'Bí thư chi bộ'");
    change(&file, "Lê Quang Khải", "UPDATE collaborator SET post = 'Chủ tịch Hội', status = 'paused'");
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("Nước sinh hoạt đục");
    terminal.press("1");
    terminal.wait_for("Thanh Hương");
    terminal.press(F8);
    let screen = terminal.wait_for("tình trạng: đang hoạt động → tạm dừng");
    assert!(screen.contains("cộng tác viên Đặng Thị Thanh Hương"), "{screen}");
    terminal.press(key::END);
    terminal.press(key::UP);
    terminal.press(key::ENTER);
    let question = terminal.wait_for("đang là Chủ tịch Hội → sẽ là Trưởng thôn");
    assert!(question.contains("sau đó Lê Quang Khải, Xã Lộc An đã sửa"), "{question}");
    terminal.press(key::ESC);
    terminal.wait_gone("Trả lại giá trị cũ");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Chủ tịch Hội");
    // A tab closes the page.
    terminal.press("3");
    terminal.wait_gone("Lịch sử");
    terminal.quit();
}

/// A colleague's copy of the file.
fn copy_of(file: &Path, name: &str) -> PathBuf {
    let copy = file.with_file_name(name);
    std::fs::copy(file, &copy).unwrap();
    copy
}

fn duluan(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_duluan"))
        .args(arguments)
        .env("DULUAN_LANG", "vi")
        .env("DULUAN_CONFIG", folder)
        .env("DULUAN_BACKUPS", folder.join("sao-luu"))
        .output()
        .unwrap()
}

fn printed(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// Two copies that disagree about a post, and about a matter that one of them deleted.
fn disagreeing(folder: &Path) -> (PathBuf, PathBuf) {
    let file = office_file(folder);
    let other = copy_of(&file, "ban-cua-bich.duluan");
    change(&file, "Lê Quang Khải", "UPDATE collaborator SET post = 'Bí thư chi bộ'");
    change(
        &other,
        "Trần Thị Bích",
        "UPDATE collaborator SET post = 'Chủ tịch Hội Nông dân', status = 'paused'",
    );
    change(&other, "Trần Thị Bích", "UPDATE item SET title = 'Nước đục đã năm ngày' WHERE position = 0");
    change(&file, "Lê Quang Khải", "UPDATE item SET deleted = 1 WHERE position = 0");
    (file, other)
}

#[test]
fn a_copy_is_looked_into_and_merged_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let (file, other) = disagreeing(folder.path());
    let before = value(&file, "SELECT post FROM collaborator");
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("Giá sách giáo khoa");
    assert!(!terminal.text().contains("F6"), "nothing waits:\n{}", terminal.text());
    terminal.press(F6);
    terminal.wait_for("Không có gì cần quyết định");
    terminal.press(key::ESC);
    terminal.wait_gone("Không có gì cần quyết định");
    // By its name in the palette.
    terminal.press(key::CTRL_P);
    terminal.wait_for("Mọi lệnh");
    terminal.type_keys("hop nhat tep");
    terminal.press(key::ENTER);
    terminal.wait_for("Tệp của người khác");
    terminal.type_keys(folder.path().join("khong-co.duluan").to_str().unwrap());
    terminal.press(key::ENTER);
    terminal.wait_for("Không có tệp");
    terminal.press("n");
    terminal.wait_for("Tệp của người khác");
    terminal.type_keys(other.to_str().unwrap());
    terminal.press(key::ENTER);
    let preview = terminal.wait_for("Từ ban-cua-bich.duluan sẽ có mới hoặc đổi");
    assert!(preview.contains("1  cộng tác viên"), "{preview}");
    assert!(preview.contains("2 chỗ hai bên khác nhau"), "{preview}");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), before, "nothing is written before the answer");
    terminal.press(key::ENTER);
    let told = terminal.wait_for("Đã đưa vào từ 1 tệp");
    assert!(told.contains("2 chỗ chờ quyết định"), "{told}");
    terminal.press(key::ESC);
    terminal.wait_gone("Đã đưa vào");
    terminal.wait_for("ban-cua-bich.duluan");
    // The counter stays until they are decided, and the roster shows about whom.
    terminal.press("1");
    let about_whom = |line: &str| line.contains('≡') && line.contains("Thanh Hương");
    let roster = terminal.wait_until("the person with a mark", |screen| screen.lines().any(about_whom));
    assert!(roster.contains("≡ 2 F6"), "{roster}");
    terminal.quit();
}

#[test]
fn what_waits_is_decided_on_the_screen_and_travels_with_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let (file, other) = disagreeing(folder.path());
    let merged = printed(&duluan(folder.path(), &["merge", file.to_str().unwrap(), other.to_str().unwrap()]));
    assert!(merged.contains("chờ quyết định"), "{merged}");
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("≡ 2 F6");
    terminal.press("1");
    terminal.wait_for("Thanh Hương");
    terminal.press(F6);
    let page = terminal.wait_for("hai bên sửa khác nhau");
    for told in [
        "bên xóa, bên sửa",
        "Bí thư chi bộ",
        "Chủ tịch Hội Nông dân",
        "Lê Quang Khải",
        "Trần Thị Bích",
        "Đang hiện",
    ] {
        assert!(page.contains(told), "{told} is missing:\n{page}");
    }
    // A third value.
    terminal.press(key::HOME);
    terminal.press(key::ENTER);
    terminal.wait_for("Quyết định thế nào?");
    terminal.type_keys("gia tri khac");
    terminal.press(key::ENTER);
    terminal.wait_for("giá trị cần giữ");
    for _ in 0..40 {
        terminal.press(key::BACKSPACE);
    }
    terminal.type_keys("Trưởng ban");
    terminal.press(key::ENTER);
    terminal.wait_for("còn 1 chỗ");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Trưởng ban");
    terminal.press("z");
    terminal.wait_for("Đã hoàn tác: Quyết định");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Chủ tịch Hội Nông dân");
    // Undone it is asked again.
    terminal.wait_for("2 chỗ");
    terminal.press(key::CTRL_Y);
    terminal.wait_for("Đã làm lại: Quyết định");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Trưởng ban");
    // The deleted matter comes back with the edit.
    terminal.press(key::ENTER);
    terminal.wait_for("Lấy lại, giữ các sửa đổi");
    terminal.press(key::ENTER);
    terminal.wait_for("không còn chỗ nào");
    assert_eq!(value(&file, "SELECT title || deleted FROM item WHERE position = 0"), "Nước đục đã năm ngày0");
    terminal.press(key::ESC);
    terminal.wait_gone("Cần quyết định");
    assert!(!terminal.text().contains("F6"), "{}", terminal.text());
    // The value that was not kept is taken from the history.
    terminal.press(F8);
    terminal.wait_for("chức vụ: Trưởng thôn → Bí thư chi bộ");
    terminal.press(key::END);
    terminal.press(key::UP);
    terminal.press("t");
    terminal.wait_for("đang là Trưởng ban → sẽ là Bí thư chi bộ");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã trả lại 1 trường");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Bí thư chi bộ");
    terminal.press("z");
    terminal.wait_for("Đã hoàn tác: Khôi phục từ lịch sử");
    terminal.quit();
    // The decision travels with the file, and the same file brings nothing more.
    let again = printed(&duluan(folder.path(), &["merge", file.to_str().unwrap(), other.to_str().unwrap()]));
    assert!(again.contains("không có gì mới"), "{again}");
    duluan(folder.path(), &["merge", other.to_str().unwrap(), file.to_str().unwrap()]);
    assert_eq!(value(&other, "SELECT post FROM collaborator"), "Trưởng ban");
    assert_eq!(value(&other, "SELECT CAST(count(*) AS TEXT) FROM decision"), "0");
}

#[test]
fn a_merge_is_taken_back_on_the_screen() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let other = copy_of(&file, "ban-kia.duluan");
    change(&other, "Trần Thị Bích", "UPDATE collaborator SET post = 'Chủ tịch Hội Nông dân'");
    duluan(folder.path(), &["merge", file.to_str().unwrap(), other.to_str().unwrap()]);
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Chủ tịch Hội Nông dân");
    let mut terminal = Terminal::open(&file, 120, 40);
    terminal.wait_for("Giá sách giáo khoa");
    terminal.press(key::CTRL_P);
    terminal.wait_for("Mọi lệnh");
    terminal.type_keys("lan hop nhat");
    terminal.press(key::ENTER);
    terminal.wait_for("ban-kia.duluan");
    terminal.press(key::ENTER);
    terminal.wait_for("Lấy lại lần hợp nhất ban-kia.duluan");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã lấy lại: bỏ 1 thay đổi");
    terminal.wait_for("đã lấy lại");
    assert_eq!(value(&file, "SELECT post FROM collaborator"), "Trưởng thôn");
    terminal.quit();
}

#[test]
fn what_was_done_is_listed_and_undone_back_to_a_point() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("Giá sách giáo khoa");
    terminal.press(F7);
    terminal.wait_for("chưa làm việc gì có thể hoàn tác");
    terminal.press(key::ESC);
    terminal.wait_gone("chưa làm việc gì");
    terminal.press("t");
    terminal.wait_until("one decided", |_| {
        value(&file, "SELECT CAST(count(*) AS TEXT) FROM item WHERE triage = 'new'") == "1"
    });
    terminal.press("b");
    terminal.wait_until("both decided", |_| {
        value(&file, "SELECT CAST(count(*) AS TEXT) FROM item WHERE triage = 'new'") == "0"
    });
    terminal.press(F7);
    terminal.wait_for("Việc đã làm");
    let list = terminal.wait_for("Chờ bổ sung");
    assert!(list.find("Chờ bổ sung") < list.find("Đưa vào tổng hợp"), "the last thing first:\n{list}");
    assert!(list.contains("LA-H-0001"), "what it was about:\n{list}");
    terminal.press(key::DOWN);
    terminal.press(key::ENTER);
    let question = terminal.wait_for("Hoàn tác 2 việc:");
    assert!(question.contains("Ctrl-Y"), "{question}");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã hoàn tác 2 việc");
    assert_eq!(value(&file, "SELECT CAST(count(*) AS TEXT) FROM item WHERE triage = 'new'"), "2");
    terminal.press(key::CTRL_Y);
    terminal.wait_for("Đã làm lại: Đưa vào tổng hợp");
    terminal.quit();
}

#[test]
fn the_command_line_takes_an_arrival_number_or_the_start_of_an_id_and_speaks_in_words() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    change(&file, "", "UPDATE item SET triage = 'filed' WHERE position = 1");
    let path = file.to_str().unwrap();
    let told = printed(&duluan(folder.path(), &["history", path, "la-h-0001"]));
    assert!(told.contains("trạng thái: mới → lưu hồ sơ"), "{told}");
    assert!(told.contains("Xã Lộc An (máy chưa đặt tên người dùng; đặt trong Cài đặt)"), "{told}");
    assert!(told.contains("Nguyễn Văn Hòa, Xã Lộc An"), "{told}");
    let raw = printed(&duluan(folder.path(), &["history", path, "LA-H-0001", "--json"]));
    assert!(raw.contains("\"new\": \"filed\""), "{raw}");
    let id = value(&file, "SELECT lower(hex(id)) FROM collaborator");
    // Ids made in one moment begin alike.
    let several = duluan(folder.path(), &["history", path, &id[..8]]);
    assert_eq!(several.status.code(), Some(2));
    assert!(printed(&several).contains("hợp với nhiều bản ghi"), "{}", printed(&several));
    let one = printed(&duluan(folder.path(), &["history", path, &id[..30]]));
    assert!(one.contains("cộng tác viên Đặng Thị Thanh Hương"), "{one}");
    let none = duluan(folder.path(), &["history", path, "LA-H-9999"]);
    assert_eq!(none.status.code(), Some(2));
    assert!(printed(&none).contains("Không có bản ghi LA-H-9999"), "{}", printed(&none));
}

#[test]
fn what_is_erased_leaves_the_lists_and_only_telling_texts_are_looked_for_elsewhere() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    change(
        &file,
        "Lê Quang Khải",
        "UPDATE report SET submitter_name = 'Đặng Thị Thanh Hương', note = 'Trưởng thôn'",
    );
    let id = value(&file, "SELECT lower(hex(id)) FROM collaborator");
    let path = file.to_str().unwrap();
    let told = duluan(folder.path(), &["erase", path, &id[..30], "--reason", "thôi làm", "--yes"]);
    let told = printed(&told);
    assert!(told.contains("báo cáo LA-H-0001, người gửi"), "{told}");
    assert!(!told.contains("ghi chú"), "a post is of everyday use:\n{told}");
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("Giá sách giáo khoa");
    terminal.press("1");
    terminal.wait_for("[1 Cộng tác viên");
    terminal.settle();
    assert!(!terminal.text().contains("Thanh Hương"), "{}", terminal.text());
    assert!(!terminal.text().lines().any(|line| line.starts_with('▌')), "no blank row:\n{}", terminal.text());
    terminal.quit();
}

#[test]
fn the_day_has_one_backup_and_one_that_fails_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let backups = folder.path().join("sao-luu");
    let made = |at: &Path| std::fs::read_dir(at).map_or(0, Iterator::count);
    for _ in 0..2 {
        let home = tempfile::tempdir().unwrap();
        let place = [("DULUAN_BACKUPS", backups.to_str().unwrap())];
        let mut terminal = Terminal::start_in(home, &[file.to_str().unwrap()], &place, 80, 24);
        // Before the first frame the terminal itself takes Ctrl-Q for its own.
        terminal.wait_for("Giá sách giáo khoa");
        terminal.wait_until("a backup", |_| made(&backups) == 1);
        terminal.press("1");
        terminal.wait_for("[1 Cộng tác viên");
        terminal.quit();
        assert_eq!(made(&backups), 1);
    }
    // A folder that cannot be made: the work goes on.
    let place = [("DULUAN_BACKUPS", file.to_str().unwrap())];
    let home = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start_in(home, &[file.to_str().unwrap()], &place, 80, 24);
    terminal.wait_for("Chưa tạo được bản sao lưu");
    terminal.press("1");
    terminal.wait_for("[1 Cộng tác viên");
    terminal.quit();
}

/// A person entered in both copies, and a matter that came by two ways.
fn doubled(folder: &Path) -> (PathBuf, PathBuf) {
    let file = office_file(folder);
    let other = copy_of(&file, "ban-cua-bich.duluan");
    let mut theirs = office::open(&other, who("Trần Thị Bích")).unwrap();
    theirs
        .write("collaborator-add", |tx| {
            tx.execute(
                "INSERT INTO collaborator(id, full_name, unit, email) SELECT ?1, full_name, unit, 'huong@example.vn' \
                 FROM collaborator",
                [tx.new_id()],
            )?;
            Ok::<_, FileError>(())
        })
        .unwrap();
    (file, other)
}

#[test]
fn a_person_entered_in_two_copies_is_joined_on_the_screen_and_undone_as_one() {
    let folder = tempfile::tempdir().unwrap();
    let (file, other) = doubled(folder.path());
    duluan(folder.path(), &["merge", file.to_str().unwrap(), other.to_str().unwrap()]);
    let standing = "SELECT CAST(count(*) AS TEXT) FROM collaborator WHERE deleted = 0";
    let mut terminal = Terminal::open(&file, 80, 24);
    terminal.wait_for("≡ 1 F6");
    terminal.press(F6);
    let page = terminal.wait_for("có thể là một người");
    for told in ["Thôn Bãi Đông", "huong@example.vn", "Trưởng thôn", "Trần Thị Bích"] {
        assert!(page.contains(told), "{told} is missing:\n{page}");
    }
    terminal.press(key::ENTER);
    terminal.wait_for("Không phải một; đừng hỏi nữa");
    terminal.press(key::ENTER);
    terminal.wait_for("nhập vào");
    terminal.press(key::ENTER);
    terminal.wait_for("không còn chỗ nào");
    assert_eq!(value(&file, standing), "1");
    assert_eq!(
        value(&file, "SELECT post || email FROM collaborator WHERE deleted = 0"),
        "Trưởng thônhuong@example.vn"
    );
    terminal.press("z");
    terminal.wait_for("Đã hoàn tác: Gộp làm một");
    assert_eq!(value(&file, standing), "2");
    // They are two after all: said once, it is not asked again, in no copy.
    terminal.wait_for("có thể là một người");
    terminal.press(key::ENTER);
    terminal.wait_for("đừng hỏi nữa");
    terminal.type_keys("khong phai");
    terminal.press(key::ENTER);
    terminal.wait_for("không còn chỗ nào");
    terminal.quit();
    duluan(folder.path(), &["merge", other.to_str().unwrap(), file.to_str().unwrap()]);
    for copy in [&file, &other] {
        assert_eq!(value(copy, "SELECT CAST(count(*) AS TEXT) FROM decision"), "0");
        assert_eq!(value(copy, standing), "2");
    }
}

#[test]
fn two_programs_on_one_file_see_each_other_and_write_in_turn() {
    let folder = tempfile::tempdir().unwrap();
    let file = office_file(folder.path());
    let mut one = Terminal::open(&file, 80, 24);
    let mut other = Terminal::open(&file, 80, 24);
    one.wait_for("Giá sách giáo khoa");
    other.wait_for("Giá sách giáo khoa");
    one.press(key::DOWN);
    let before = one.wait_until("the cursor stands on the second", |text| {
        text.lines().any(|line| line.starts_with('▌') && line.contains("Giá sách"))
    });
    assert!(before.contains("Nước sinh hoạt đục"), "{before}");
    // The other decides; the next key here shows it, and the cursor stays on its matter.
    other.press("t");
    other.wait_until("it is decided", |text| {
        !text.lines().any(|line| line.starts_with('▌') && line.contains("Nước sinh"))
    });
    other.wait_until("it is in the file", |_| {
        value(&file, "SELECT group_concat(triage, ' ') FROM item").contains("included")
    });
    one.press(key::CTRL_P);
    one.wait_for("Mọi lệnh");
    one.press(key::ESC);
    let after = one.wait_until("the other's decision is seen", |text| {
        text.lines().take(12).all(|line| !line.contains("Nước sinh hoạt đục"))
    });
    assert!(after.lines().any(|line| line.starts_with('▌') && line.contains("Giá sách")), "{after}");
    // A third program holds the file: what is decided here waits its turn.
    let (held, holds) = std::sync::mpsc::channel();
    let long = file.clone();
    let writer = std::thread::spawn(move || {
        let mut file = office::open(&long, who("Lê Quang Khải")).unwrap();
        file.write("import-reports", |tx| {
            tx.execute("UPDATE unit SET note = 'đang nhập'", [])?;
            held.send(()).unwrap();
            std::thread::sleep(std::time::Duration::from_millis(1_500));
            Ok::<_, FileError>(())
        })
        .unwrap();
    });
    holds.recv().unwrap();
    one.press("t");
    writer.join().unwrap();
    one.wait_until("it was written in its turn", |_| {
        value(&file, "SELECT group_concat(triage, ' ') FROM item") == "included included"
    });
    one.quit();
    other.quit();
}

#[test]
fn a_province_takes_in_two_communes_from_a_folder_and_a_broken_stick_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let province = office_file(folder.path());
    let stick = folder.path().join("usb");
    std::fs::create_dir(&stick).unwrap();
    let typed = [("xa-loc-an.duluan", "Bồi thường đường tránh"), ("xa-loc-duc.duluan", "Thu gom rác chậm")];
    let mut whole = Vec::new();
    for (name, title) in typed {
        let commune = folder.path().join(name);
        std::fs::copy(&province, &commune).unwrap();
        let mut file = office::open(&commune, who("Cán bộ xã")).unwrap();
        file.write("report-add", |tx| {
            let report = tx.new_id();
            let number = format!("XA-C-{}", title.len());
            tx.execute(
                "INSERT INTO report(id, arrival_number, received_at) VALUES (?1, ?2, '2026-11-21T09:00:00')",
                (report, number),
            )?;
            tx.execute(
                "INSERT INTO item(id, report, title) VALUES (?1, ?2, ?3)",
                (tx.new_id(), report, title),
            )?;
            tx.execute("UPDATE item SET note = note || ?1 WHERE position = 1", [title])?;
            Ok::<_, FileError>(())
        })
        .unwrap();
        drop(file);
        std::fs::copy(&commune, stick.join(name)).unwrap();
        whole.push(commune);
    }
    // The stick was pulled while the second file was copied.
    let torn = std::fs::read(&whole[1]).unwrap();
    std::fs::write(stick.join("xa-loc-duc.duluan"), &torn[..torn.len() / 2]).unwrap();
    let mut terminal = Terminal::open(&province, 120, 40);
    terminal.wait_for("Giá sách giáo khoa");
    let bring = |terminal: &mut Terminal, path: &Path| {
        terminal.press(key::CTRL_P);
        terminal.wait_for("Mọi lệnh");
        terminal.type_keys("hop nhat tep");
        terminal.press(key::ENTER);
        terminal.wait_for("Tệp của người khác");
        terminal.type_keys(path.to_str().unwrap());
        terminal.press(key::ENTER);
        terminal.wait_for("sẽ có mới hoặc đổi");
        terminal.press(key::ENTER);
        let told = terminal.wait_for("Đã đưa vào từ 1 tệp");
        terminal.press(key::ESC);
        terminal.wait_gone("Đã đưa vào");
        terminal.press(key::ESC);
        terminal.wait_gone("Các lần hợp nhất");
        told
    };
    let told = bring(&mut terminal, &stick);
    assert!(told.contains("xa-loc-duc.duluan"), "the torn file is named:\n{told}");
    terminal.wait_for("Bồi thường đường tránh");
    // The commune still has its file, and sends it again. Both wrote one note: a person decides.
    bring(&mut terminal, &whole[1]);
    terminal.wait_for("Thu gom rác chậm");
    terminal.wait_for("≡ 1 cần quyết định F6");
    terminal.press(F6);
    let page = terminal.wait_for("hai bên sửa khác nhau");
    assert!(page.contains("Bồi thường đường tránh") && page.contains("Thu gom rác chậm"), "{page}");
    terminal.press(key::ENTER);
    terminal.wait_for("Quyết định thế nào?");
    terminal.press(key::ENTER);
    terminal.wait_for("không còn chỗ nào");
    terminal.quit();
    // Every value anyone typed is still there: in the tables, or in the history.
    for (_, title) in typed {
        let found =
            format!("SELECT CAST(count(*) AS TEXT) FROM item WHERE title = '{title}' AND deleted = 0");
        assert_eq!(value(&province, &found), "1");
        let noted = format!("SELECT CAST(count(*) > 0 AS TEXT) FROM log WHERE new = '{title}'");
        assert_eq!(value(&province, &noted), "1");
    }
    // The communes take the province's file home: all three say the same.
    for commune in &whole {
        duluan(folder.path(), &["merge", commune.to_str().unwrap(), province.to_str().unwrap()]);
    }
    let all = "SELECT group_concat(title || note || triage, '|') FROM (SELECT * FROM item ORDER BY id)";
    assert_eq!(value(&whole[0], all), value(&province, all));
    assert_eq!(value(&whole[1], all), value(&province, all));
    assert_eq!(value(&whole[1], "SELECT CAST(count(*) AS TEXT) FROM decision"), "0");
}
