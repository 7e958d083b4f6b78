//! A class of two offices from the plan to its papers: the rosters and the class of the samples are there, heads of all communes
//! are summoned, names come, people attend, every paper is written.

use std::path::{Path, PathBuf};

use duluan::file::{FileError, Who};
use duluan::roster::store::{OfficeCard, set_office};
use duluan::training;
use duluan::training::model::{Class, ClassKind, PlanItem};
use duluan::training::papers::PaperKind;

use crate::common::duluan;
use crate::common::terminal::{Terminal, key};

fn samples(what: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples").join(what)
}

/// An office with the rosters and the class of the samples.
fn office(folder: &Path) -> PathBuf {
    let path = folder.join("tinh.duluan");
    let mut arguments = vec!["import".to_owned(), path.display().to_string()];
    let rosters = std::fs::read_dir(samples("rosters")).unwrap();
    let mut files: Vec<PathBuf> = rosters.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.push(samples("training/DS hoc vien lop boi duong 2026.xlsx"));
    files.push(samples("training/KH lien tich mo lop 2026.docx"));
    arguments.extend(files.iter().map(|file| file.display().to_string()));
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = duluan(folder, &arguments);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let mut file = duluan::office::open(&path, Who::default()).unwrap();
    file.write("office", |tx| {
        let office = OfficeCard {
            name: "Ban Tuyên giáo và Dân vận Tỉnh ủy".to_owned(),
            superior: "Tỉnh ủy Nam Sơn".to_owned(),
            place: "Nam Sơn".to_owned(),
            document_code: "BTGDVTU".to_owned(),
            ..OfficeCard::default()
        };
        set_office(tx, &office)?;
        training::store::save_plan_item(
            tx,
            2026,
            &PlanItem { content: "Dư luận về giá điện".into(), ..PlanItem::default() },
        )?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    path
}

/// Enters text and goes on to the next field.
fn fill(terminal: &mut Terminal, fields: &[&str]) {
    for text in fields {
        terminal.type_keys(text);
        terminal.press(key::TAB);
    }
}

/// The class entered in its form: two hosts who sign, heads of all communes summoned in one line, costs.
fn plan(terminal: &mut Terminal) {
    terminal.press("n");
    terminal.wait_for("Lớp, hội nghị mới");
    terminal.press(key::ENTER);
    fill(
        terminal,
        &[
            "Lớp bồi dưỡng kỹ năng nắm bắt dư luận năm 2027",
            "14-15/10/2027",
            "Hội trường Trường Chính trị tỉnh",
            "Trưởng ban tuyên giáo các xã, phường",
            "Nâng cao kỹ năng nắm bắt, tổng hợp dư luận xã hội",
            "",
            "tất cả xã, phường; trưởng ban tuyên giáo; 1; 05/10/2027",
            "",
            "",
            "Lê Văn Hòa",
            "Trưởng ban",
            "Trường Chính trị tỉnh",
            "Trần Thị Bình",
            "Hiệu trưởng",
            "",
            "",
            "",
            "Ngân sách tỉnh",
            "12000000",
        ],
    );
    terminal.type_keys("Thù lao báo cáo viên; 4; 1.000.000");
    terminal.press(key::ENTER);
    terminal.type_keys("Nước uống; 80; 20.000");
    terminal.press(key::TAB);
    fill(terminal, &["", "101"]);
    terminal.press(key::CTRL_S);
    terminal.wait_for("thấp hơn");
}

/// Four topics on two days, material two days before, the collaborators of the communes, one who is away.
fn carry_through(terminal: &mut Terminal) {
    terminal.press("l");
    terminal.wait_for("Chưa có buổi nào");
    for (hours, content, speaker) in [
        ("7h30-11h", "Chuyên đề 1: Dư luận xã hội và tin đồn", "Nguyễn Văn Thành, Phó Trưởng ban"),
        ("13h30-16h30", "Chuyên đề 2: Kỹ năng tổng hợp", "Lê Văn Hòa"),
        ("7h30-11h", "Chuyên đề 3: Xử lý điểm nóng", "Trần Thị Bình"),
        ("13h30-16h", "Chuyên đề 4: Viết báo cáo", "Lê Văn Hòa"),
    ] {
        terminal.press("n");
        terminal.wait_for("Thêm buổi");
        terminal.wait_for("Nội dung");
        if content.contains("đề 3") {
            terminal.press(key::BACK_TAB);
            terminal.press(key::BACK_TAB);
            terminal.press(key::CTRL_A);
            fill(terminal, &["15/10/2027", ""]);
        }
        fill(terminal, &[hours, content, speaker]);
        terminal.press(key::CTRL_S);
        terminal.wait_gone("Thêm buổi");
        terminal.wait_for(content);
    }
    terminal.press("c");
    terminal.wait_for("Chưa ghi việc chuẩn bị nào");
    terminal.press("n");
    terminal.wait_for("Thêm việc chuẩn bị");
    fill(terminal, &["Gửi tài liệu qua hộp thư công vụ", "Phòng Tuyên truyền", "12/10/2027"]);
    terminal.press(key::CTRL_S);
    terminal.wait_for("[ ] Gửi tài liệu");
    terminal.press("g");
    terminal.wait_for("Chưa có ai");
    terminal.press("m");
    terminal.wait_for("thuộc các đơn vị được triệu tập");
    terminal.press(key::ENTER);
    terminal.wait_for("vào danh sách");
    terminal.press(key::ENTER);
    terminal.wait_gone("Người dự (0)");
    terminal.press(key::SPACE);
    terminal.wait_for("  vắng");
    terminal.press(key::ESC);
    terminal.wait_for("Sắp tới");
    terminal.press("t");
    terminal.wait_for("Trạng thái của lớp");
    terminal.type_keys("da to chuc");
    terminal.press(key::ENTER);
    terminal.wait_for("giấy chứng nhận");
}

/// Writes every paper of a class.
fn papers(folder: &Path, path: &Path, title: &str, kind: ClassKind) {
    for &paper in PaperKind::of(kind) {
        let out = folder.join(format!("{}.docx", paper.id()));
        let done = duluan(
            folder,
            &[
                "training",
                path.to_str().unwrap(),
                "--class",
                title,
                "--paper",
                paper.id(),
                "--out",
                out.to_str().unwrap(),
            ],
        );
        let said = String::from_utf8_lossy(&done.stderr).into_owned();
        assert!(done.status.success(), "{}: {said}", paper.id());
    }
}

fn class(path: &Path, title: &str) -> Class {
    let file = duluan::office::open(path, Who::default()).unwrap();
    let lines = training::store::class_lines(file.connection()).unwrap();
    let id = lines.iter().find(|line| line.title.contains(title)).unwrap().id;
    training::store::class(file.connection(), id).unwrap().unwrap()
}

#[test]
fn a_joint_class_goes_from_its_plan_to_its_papers() {
    let folder = tempfile::tempdir().unwrap();
    let path = office(folder.path());
    let mut terminal = Terminal::open(&path, 120, 40);
    terminal.wait_for("3 Hộp báo cáo");
    terminal.press("2");
    terminal.wait_for("Lớp bồi dưỡng nghiệp vụ công tác");
    plan(&mut terminal);
    carry_through(&mut terminal);
    terminal.quit();
    let joint = class(&path, "kỹ năng");
    assert_eq!((joint.known.hosts.len(), joint.known.sessions.len()), (2, 4));
    assert_eq!(joint.known.summons.len(), 13);
    assert!(joint.known.participants.len() > 20, "{}", joint.known.participants.len());
    assert_eq!(joint.absences.len(), 1);
    let days: Vec<String> = joint.known.sessions.iter().map(|of| of.on.unwrap().to_string()).collect();
    assert_eq!(days, ["2027-10-14", "2027-10-14", "2027-10-15", "2027-10-15"]);
    let parts: Vec<&str> = joint.known.sessions.iter().map(|of| of.part.id()).collect();
    assert_eq!(parts, ["morning", "afternoon", "morning", "afternoon"]);
    papers(folder.path(), &path, "kỹ năng", ClassKind::Class);
    let results = folder.path().join("kq.txt");
    let told = ["training", path.to_str().unwrap(), "--class", "kỹ năng", "--paper", "results", "--out"];
    let done = duluan(folder.path(), &[&told[..], &[results.to_str().unwrap()]].concat());
    assert!(done.status.success());
    let text = std::fs::read_to_string(results).unwrap();
    assert!(text.contains("Kết quả theo đơn vị") && text.contains("Tổng cộng"), "{text}");
}
