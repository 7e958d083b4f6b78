//! Views and orders of the queue, and the text of an item, by keys in a real terminal.

use duluan::file::{FileError, Who};
use duluan::inbox::store::{Numbering, insert_report};

use crate::common::terminal::{Terminal, key};
use crate::inbox::{item, opened, report};

/// Titles of the rows in sight, by the words they begin with.
fn order(screen: &str, titles: &[&str]) -> Vec<usize> {
    let place = |title: &&str| screen.lines().position(|line| line.contains(*title));
    let mut found: Vec<(Option<usize>, usize)> =
        titles.iter().enumerate().map(|(at, title)| (place(title), at)).collect();
    found.sort_unstable();
    found.into_iter().filter_map(|(line, at)| line.map(|_| at)).collect()
}

#[test]
fn a_filter_is_kept_as_a_view_changed_moved_and_taken_away() {
    let (_folder, mut terminal) = opened(120, 40);
    terminal.press("f");
    terminal.wait_for("Lọc:");
    terminal.press(key::BACKSPACE);
    terminal.type_keys("tinđồn");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Một tên gọi cho một bộ lọc");
    terminal.type_keys("Cần xác minh ngay");
    terminal.press(key::CTRL_S);
    let bar = terminal.wait_for("Cần xác minh ngay 1");
    assert!(bar.contains("Tin đồn thu phí cầu mới"), "the new view is shown: {bar}");
    // Another name for a shipped view, which keeps what the program knows of it.
    terminal.press(key::F4);
    terminal.wait_for("tt:mới củatôi");
    terminal.press(key::HOME);
    terminal.press(key::F2);
    terminal.wait_for("Một tên gọi cho một bộ lọc");
    terminal.press(key::CTRL_A);
    terminal.type_keys("Việc mới");
    terminal.press(key::CTRL_S);
    terminal.wait_gone("Một tên gọi cho một bộ lọc");
    // The bar begins where the view that is shown is in sight: the first stands in the window.
    // A wrong filter is said where it stands, and nothing is kept.
    terminal.press(key::F4);
    let window = terminal.wait_for("tt:mới củatôi");
    assert!(window.lines().any(|line| line.contains("Việc mới") && line.contains('6')), "{window}");
    terminal.press("n");
    terminal.wait_for("Một tên gọi cho một bộ lọc");
    terminal.type_keys("Việc mới");
    terminal.press(key::TAB);
    terminal.type_keys("tt:xong");
    terminal.press(key::CTRL_S);
    terminal.wait_for("xong");
    terminal.press(key::CTRL_A);
    terminal.type_keys("tt:mới");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã có khung nhìn mang tên này");
    terminal.press(key::ESC);
    // To the front, and off the bar; z puts it back.
    terminal.wait_gone("Một tên gọi cho một bộ lọc");
    terminal.press(key::F4);
    terminal.wait_for("tt:mới củatôi");
    terminal.press(key::END);
    terminal.press(",");
    terminal.settle();
    terminal.press(key::DELETE);
    terminal.wait_for("Bỏ khung nhìn “Cần xác minh ngay” khỏi thanh?");
    terminal.press(key::ENTER);
    terminal.wait_until("the view is gone", |text| !text.contains("Cần xác minh ngay"));
    terminal.press("z");
    terminal.wait_for("Cần xác minh ngay 1");
    terminal.quit();
}

#[test]
fn a_list_is_put_in_the_order_of_a_column_and_turned_round() {
    let (_folder, mut terminal) = opened(120, 40);
    let titles = ["Bồi thường", "Lo ngại giá sách", "Tin đồn thu phí"];
    let choose = |terminal: &mut Terminal, what: &str| {
        terminal.press(";");
        terminal.wait_for("Xếp danh sách theo");
        terminal.type_keys(what);
        terminal.press(key::ENTER);
        terminal.wait_gone("Xếp danh sách theo");
        terminal.settle();
        terminal.text()
    };
    let newest = order(&terminal.text(), &titles);
    assert_eq!(order(&choose(&mut terminal, "tieu de"), &titles), [0, 1, 2]);
    assert_eq!(order(&choose(&mut terminal, "tieu de"), &titles), [2, 1, 0]);
    // A decision keeps the order, and what is decided leaves the list.
    terminal.press(key::HOME);
    terminal.press("t");
    terminal.wait_for("Mới 5");
    terminal.settle();
    assert_eq!(order(&terminal.text(), &titles), [2, 1, 0]);
    terminal.press("z");
    terminal.wait_for("Mới 6");
    assert_eq!(order(&choose(&mut terminal, "ngay nhan"), &titles), newest);
    terminal.quit();
}

#[test]
fn a_sentence_becomes_a_stream_on_one_key_and_names_are_hidden_on_another() {
    let water = item(
        "Nước đục",
        "Nhiều hộ dân băn khoăn vì nước đục cả tuần. Gọi chị Lê Thị Hoa số 0912 345 678 để hỏi. Bà con mong sớm sửa.",
    );
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("so-tay.duluan");
    let mut file = duluan::office::create(&path, Who::default()).unwrap();
    file.write("import-reports", |tx| -> Result<(), FileError> {
        let told = report("2026-11-20 08:00", "Thôn 3", "Nguyễn Văn Ba", vec![water]);
        insert_report(tx, &told, &mut Numbering::with_prefix(tx, "LA", "H")?).map(drop)
    })
    .unwrap();
    drop(file);
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("⚠");
    terminal.press(key::TAB);
    terminal.wait_for("Từng câu");
    terminal.press(key::ENTER);
    terminal.wait_for("✓ hộ dân · nhiều ý kiến · băn khoăn");
    // The cursor went on; back to the stream, to change what it says.
    terminal.press(key::UP);
    terminal.press(key::RIGHT);
    terminal.wait_for("✓ hộ dân · nhiều ý kiến · không đồng tình");
    terminal.press("z");
    terminal.wait_for("✓ hộ dân · nhiều ý kiến · băn khoăn");
    terminal.press(key::DOWN);
    terminal.press(key::SPACE);
    terminal.press(key::SPACE);
    terminal.wait_for("Đã gom 2 câu");
    terminal.press(key::ESC);
    terminal.wait_gone("Từng câu");
    terminal.wait_for("băn khoăn");
    terminal.press(key::CTRL_G);
    terminal.wait_for("2 chỗ sẽ được thay");
    terminal.press(key::ENTER);
    terminal.wait_for("Đã giấu tên trong 1 nội dung");
    let screen = terminal.wait_until("no warning is left", |text| !text.contains('⚠'));
    assert!(!screen.contains("0912") && !screen.contains("Lê Thị Hoa"), "{screen}");
    terminal.press("z");
    terminal.wait_for("⚠");
    terminal.quit();
}
