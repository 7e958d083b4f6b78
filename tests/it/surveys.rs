//! Survey rounds in a real terminal and on the command line: forms are counted, who filled them in never reaches the file.

use std::path::{Path, PathBuf};

use duluan::file::Who;
use duluan::survey::model::{Figures, Survey, problems};
use duluan::survey::store;

use crate::common::duluan;
use crate::common::terminal::{Terminal, key};

/// What tells who answered, and what one person wrote: none of it may be found in the file.
const NEVER: &[&str] = &[
    "Nông Thị Huệ",
    "Trần Văn Nam",
    "0912 345 678",
    "0912345678",
    "0987000111",
    "hue@nongthon.example",
    "Tổ 4, đường Lê Lợi",
    "2026/10/01",
    "079201999001",
    "người già yếu ở xóm tôi",
    "chị Lan bán cá",
];

/// Five forms as Google writes them.
const FORMS: &str = "Dấu thời gian,Họ và tên,SĐT,Cách liên hệ,CCCD,Địa chỉ,Ông/bà có ủng hộ dời chợ không?,Lo ngại điều gì?,Góp ý\n\
    2026/10/01 8:05:12,Nông Thị Huệ,0912 345 678,hue@nongthon.example,079201999001,\"Tổ 4, đường Lê Lợi\",Ủng hộ,\"Mất khách, Đường xa\",Nên có xe đưa đón người già yếu ở xóm tôi\n\
    2026/10/01 8:06:12,Trần Văn Nam,0987000111,0912345678,,,Không ủng hộ,Đường xa,Chợ mới không có chỗ gửi xe máy\n\
    2026/10/01 8:07:12,,,,,,Ủng hộ,Mất khách,Giảm tiền thuê sạp năm đầu tiên\n\
    2026/10/01 8:08:12,,,,,,Ủng hộ,\"Mất khách, Đường xa\",Hỏi thêm tiểu thương đang bán\n\
    2026/10/01 8:09:12,,,,,,Tùy vào chị Lan bán cá có đi cùng hay là không,Mất khách,\n";

fn office(folder: &Path) -> PathBuf {
    let path = folder.join("so.duluan");
    duluan::office::create(&path, Who::default()).unwrap();
    std::fs::write(folder.join("Phiếu dời chợ.csv"), FORMS).unwrap();
    path
}

fn rounds(path: &Path) -> Vec<Survey> {
    let file = duluan::office::open(path, Who::default()).unwrap();
    let lines = store::survey_lines(file.connection()).unwrap();
    lines.iter().map(|line| store::survey(file.connection(), line.id).unwrap().unwrap()).collect()
}

/// Searches the bytes of the file and of what lies beside it.
#[track_caller]
fn holds_nobody(folder: &Path) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() || path.extension().is_some_and(|ending| ending == "csv") {
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        for word in NEVER {
            let found = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!found, "{word} stands in {}", path.display());
        }
    }
}

/// Question, several answers allowed, answers with counts.
type Told<'a> = (&'a str, bool, Vec<(&'a str, i64)>);

fn told(survey: &Survey) -> Vec<Told<'_>> {
    survey
        .questions
        .iter()
        .map(|question| {
            let answers =
                question.answers.iter().map(|answer| (answer.label.as_str(), answer.answers)).collect();
            (question.body.as_str(), question.multiple, answers)
        })
        .collect()
}

#[test]
fn forms_are_counted_looked_at_written_and_cited() {
    let folder = tempfile::tempdir().unwrap();
    let path = office(folder.path());
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("9");
    terminal.wait_for("Chưa có đợt điều tra nào");
    terminal.press("x");
    terminal.wait_for("Chưa ghi gì: Enter xem trước");
    terminal.type_keys(&folder.path().join("Phiếu dời chợ.csv").display().to_string());
    terminal.press(key::ENTER);
    // The last row of the columns: the frame is whole.
    let preview = terminal.wait_for("bỏ: mỗi người viết một khác");
    for told in ["5 phiếu, 5 có trả lời, 2 câu hỏi", "bỏ: họ tên người trả lời", "bỏ: số điện thoại"]
    {
        assert!(preview.contains(told), "{preview}");
    }
    assert!(!preview.contains("Nông Thị Huệ"), "{preview}");
    // Nothing is written before it was looked at.
    assert!(rounds(&path).is_empty());
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã ghi 2 câu hỏi với số trả lời");
    // The round is open; the second line is the first answer.
    terminal.press(key::DOWN);
    terminal.press("c");
    terminal.wait_for("Đã chép");
    terminal.press("b");
    terminal.wait_for("Đã chép bảng 2 câu");
    terminal.quit();
    let survey = rounds(&path).remove(0);
    assert_eq!(survey.known.title, "Phiếu dời chợ");
    assert_eq!(Figures::of(&survey.units).valid, 5);
    assert_eq!(
        told(&survey),
        [
            (
                "Ông/bà có ủng hộ dời chợ không?",
                false,
                vec![("Ủng hộ", 3), ("Không ủng hộ", 1), ("Ý kiến khác", 1)]
            ),
            ("Lo ngại điều gì?", true, vec![("Mất khách", 4), ("Đường xa", 3)]),
        ]
    );
    holds_nobody(folder.path());
}

#[test]
fn a_round_is_entered_by_keyboard_and_what_cannot_be_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = office(folder.path());
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("9");
    terminal.wait_for("Chưa có đợt điều tra nào");
    terminal.press("n");
    terminal.wait_for("Đợt điều tra mới");
    terminal.type_keys("Nước sạch");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Chưa ghi số phiếu");
    terminal.press("n");
    terminal.wait_for("Số phiếu của một đơn vị");
    for number in ["100", "120", "90"] {
        terminal.press(key::TAB);
        terminal.type_keys(number);
    }
    terminal.press(key::CTRL_S);
    terminal.wait_for("Cả đợt: thu về 120 phiếu, nhiều hơn 100 phiếu phát ra");
    terminal.press(key::TAB);
    terminal.wait_for("Chưa có câu hỏi");
    terminal.press("n");
    terminal.wait_for("Câu hỏi mới");
    for _ in 0..3 {
        terminal.press(key::TAB);
    }
    // A whole question, as it is pasted from a sheet.
    terminal.send("\u{1b}[200~Nước có đục không?\nCó\t60\t66,7%\nKhông\t40\u{1b}[201~");
    terminal.wait_for("Không");
    terminal.press(key::CTRL_S);
    terminal.wait_for("1. Nước có đục không?");
    terminal.wait_until("more answers than forms", |screen| {
        let told = screen.split_whitespace().collect::<Vec<_>>().join(" ");
        told.contains("Câu 1 chỉ chọn một nhưng có 100 trả lời, nhiều hơn 90 phiếu hợp lệ")
    });
    terminal.wait_for("66,7%");
    terminal.press(key::DELETE);
    terminal.wait_for("Xóa câu “Nước có đục không?”");
    terminal.press(key::ENTER);
    terminal.wait_for("Chưa có câu hỏi");
    terminal.press("z");
    terminal.wait_for("1. Nước có đục không?");
    terminal.quit();
    let survey = rounds(&path).remove(0);
    assert_eq!(told(&survey), [("Nước có đục không?", false, vec![("Có", 60), ("Không", 40)])]);
    assert_eq!(problems(&survey).len(), 2);
}

#[test]
fn the_command_line_counts_and_lists() {
    let folder = tempfile::tempdir().unwrap();
    office(folder.path());
    let rehearsed =
        duluan(folder.path(), &["import", "so.duluan", "Phiếu dời chợ.csv", "--as", "survey", "--dry-run"]);
    assert!(rehearsed.status.success());
    assert!(duluan(folder.path(), &["surveys", "so.duluan"]).stdout.is_empty());
    let read = duluan(folder.path(), &["import", "so.duluan", "Phiếu dời chợ.csv", "--as", "survey"]);
    let said = String::from_utf8_lossy(&read.stdout).into_owned();
    assert!(said.contains("1 đợt điều tra, 2 câu hỏi"), "{said}");
    assert!(said.contains("Họ và tên: bỏ: họ tên người trả lời"), "{said}");
    let listed = duluan(folder.path(), &["surveys", "so.duluan", "--json"]);
    let surveys: serde_json::Value = serde_json::from_slice(&listed.stdout).unwrap();
    assert_eq!(surveys[0]["valid"], 5);
    assert_eq!(surveys[0]["questions"][0]["answers"][0]["percent"], 60.0);
    assert_eq!(surveys[0]["questions"][0]["margin"], serde_json::Value::Null);
    holds_nobody(folder.path());
    std::fs::write(folder.path().join("thư.txt"), "Kính gửi đồng chí, xin gửi báo cáo.").unwrap();
    let refused = duluan(folder.path(), &["import", "so.duluan", "thư.txt", "--as", "survey"]);
    assert_eq!(refused.status.code(), Some(1));
}

#[test]
fn a_second_file_goes_into_the_same_round_and_the_round_goes_out_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = office(folder.path());
    let mut file = duluan::office::open(&path, Who::default()).unwrap();
    file.write("unit-add", |tx| {
        Ok::<_, duluan::file::FileError>(duluan::roster::store::ensure_unit(tx, "xã Lộc An")?)
    })
    .unwrap();
    drop(file);
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let run = |arguments: &[&str]| {
        let out = duluan(folder.path(), arguments);
        (out.status.code(), String::from_utf8([out.stdout, out.stderr].concat()).unwrap())
    };
    let import =
        |name: &str, more: &[&str]| run(&[&["import", "so.duluan", name, "--as", "survey"], more].concat());
    write("một.csv", "Đơn vị,Có đủ nước không?\nLộc An,Có\nLộc An,Không\nTân Lạ,Có\nLộc An,Có\nLộc An,Có\n");
    let (code, said) = import("một.csv", &[]);
    assert!(
        code == Some(0) && said.contains("1 tên không có trong cây đơn vị") && said.contains("Tân Lạ"),
        "{said}"
    );
    write("hai.csv", "Đơn vị,Nước có đục không?\nLộc An,Có\nLộc An,Không\nLộc An,Có\n");
    // A round nobody knows, and a round for reports, are refused before anything is read.
    let (code, said) = import("hai.csv", &["--round", "giá điện"]);
    assert!(code == Some(2) && said.contains("giá điện") && said.contains("“một”"), "{said}");
    assert_eq!(run(&["import", "so.duluan", "hai.csv", "--round", "một"]).0, Some(2));
    let (code, said) = import("hai.csv", &["--round", "MOT"]);
    assert!(code == Some(0) && !said.contains("1 đợt điều tra"), "{said}");
    let survey = rounds(&path).remove(0);
    assert_eq!(rounds(&path).len(), 1);
    assert_eq!(survey.questions.len(), 2);
    let forms: Vec<_> =
        survey.units.iter().map(|forms| (forms.unit_name.as_str(), forms.returned, forms.valid)).collect();
    assert_eq!(forms, [("xã Lộc An", 4, 4), ("", 1, 1)]);
    let (code, said) = run(&["surveys", "so.duluan", "một", "--out", "một.xlsx"]);
    assert!(code == Some(0) && said.contains("một.xlsx"), "{said}");
    let source = duluan::exchange::Source::open(&folder.path().join("một.xlsx")).unwrap();
    let duluan::exchange::Content::Workbook(book) = duluan::exchange::read(&source, None).unwrap().content
    else {
        panic!("no workbook");
    };
    assert_eq!(book.sheets.len(), 2);
    assert_eq!(run(&["surveys", "so.duluan", "--out", "một.pdf"]).0, Some(2));
    // From the screen, and not over what is there without being asked.
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("9");
    terminal.wait_for("Có đủ nước không?");
    for over in [false, true] {
        terminal.press("t");
        terminal.wait_for("đuôi .docx là báo cáo Word");
        terminal.press(key::ENTER);
        if over {
            terminal.wait_for("Ghi đè lên?");
            terminal.press(key::ENTER);
        }
        terminal.wait_for("Đã ghi");
        terminal.press(key::DOWN);
    }
    terminal.quit();
    let source = duluan::exchange::Source::open(&folder.path().join("một.docx")).unwrap();
    let duluan::exchange::Content::Document(paper) = duluan::exchange::read(&source, None).unwrap().content
    else {
        panic!("no paper");
    };
    let text = paper.lines().join("\n");
    assert!(text.contains("Có đủ nước không?") && text.contains("80,0"), "{text}");
}

#[test]
fn what_was_chosen_for_the_columns_is_offered_for_the_next_file_of_the_kind() {
    let folder = tempfile::tempdir().unwrap();
    let path = office(folder.path());
    let first = "Tổ dân phố,Hài lòng?\nTổ 1,Có\nTổ 2,Không\nTổ 1,Có\nTổ 2,Có\nTổ 1,Có\n";
    for name in ["tháng 9.csv", "tháng 10.csv"] {
        std::fs::write(folder.path().join(name), first).unwrap();
    }
    let mut terminal = Terminal::open(&path, 80, 24);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("9");
    terminal.wait_for("Chưa có đợt điều tra nào");
    let bring = |terminal: &mut Terminal, name: &str| {
        terminal.press("x");
        terminal.wait_for("Chưa ghi gì: Enter xem trước");
        terminal.type_keys(&folder.path().join(name).display().to_string());
        terminal.press(key::ENTER);
        terminal.wait_for("5 phiếu")
    };
    let seen = bring(&mut terminal, "tháng 9.csv");
    assert!(!seen.contains("nhập trước"), "{seen}");
    terminal.press(" ");
    terminal.press(" ");
    terminal.wait_for("đơn vị: số phiếu theo đơn vị");
    terminal.wait_for("2 tên không có trong cây đơn vị");
    terminal.press(key::CTRL_S);
    terminal.wait_for("Đã ghi 1 câu hỏi");
    terminal.press(key::ESC);
    terminal.wait_for("1 đợt");
    let seen = bring(&mut terminal, "tháng 10.csv");
    assert!(seen.contains("đơn vị: số phiếu theo đơn vị"), "{seen}");
    assert!(seen.contains("nhập trước. Sẽ lập"), "{seen}");
    terminal.press(key::ESC);
    terminal.quit();
}
