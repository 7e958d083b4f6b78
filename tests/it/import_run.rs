//! Importing through the office: sources written one by one, refusals with their reasons, nothing twice, nothing half.

use std::path::{Path, PathBuf};

use duluan::exchange::Refusal;
use duluan::file::{OfficeFile, Who};
use duluan::inbox::import::{NotAReport, Secrecy, Warning};
use duluan::office::import::{Imported, Options, Refused, Told, import, refused};
use duluan::words::{Language, Words};

use crate::common::terminal::{Terminal, key};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples")
}

fn options() -> Options {
    Options::new("H".to_owned(), "2026-11-22".parse().unwrap())
}

fn office(folder: &Path) -> OfficeFile {
    duluan::office::create(&folder.join("so.duluan"), Who::default()).unwrap()
}

fn run(file: &mut OfficeFile, sources: &[PathBuf]) -> Imported {
    import(file, sources, &options(), |_| true).unwrap()
}

fn count(file: &OfficeFile, table: &str) -> i64 {
    file.connection()
        .query_row(&format!("SELECT count(*) FROM {table} WHERE deleted = 0"), [], |row| row.get(0))
        .unwrap()
}

/// Samples in a folder of their own, the packed one unpacked.
fn bad_files(folder: &Path) {
    for entry in std::fs::read_dir(samples().join("bad")).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().to_string_lossy().into_owned();
        if let Some(plain) = name.strip_suffix(".gz") {
            let packed = std::fs::File::open(entry.path()).unwrap();
            let mut unpacked = std::fs::File::create(folder.join(plain)).unwrap();
            std::io::copy(&mut flate2::read::GzDecoder::new(packed), &mut unpacked).unwrap();
        } else {
            std::fs::copy(entry.path(), folder.join(name)).unwrap();
        }
    }
}

fn no_control_characters(file: &OfficeFile) {
    let texts: String = file
        .connection()
        .query_row("SELECT group_concat(title || body, ' ') FROM item", [], |row| row.get(0))
        .unwrap();
    assert!(!texts.contains(['\u{1b}', '\u{7}', '\u{202e}', '\u{2066}']), "{texts:?}");
}

fn reasons_have_words(imported: &Imported) {
    // Every reason has words, and each says what to do next.
    for language in [Language::Vietnamese, Language::English] {
        let words = Words::new(language);
        for source in &imported.sources {
            if let Err(reason) = &source.result {
                assert!(refused(&words, reason).len() > 30, "{reason:?}");
            }
        }
    }
}

#[test]
fn bad_files_are_refused_with_their_reason_and_the_rest_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let bad = folder.path().join("bad");
    std::fs::create_dir(&bad).unwrap();
    bad_files(&bad);
    std::fs::copy(samples().join("reports/171-BC-DU.docx"), bad.join("171-BC-DU.docx")).unwrap();
    let mut file = office(folder.path());
    let imported = run(&mut file, std::slice::from_ref(&bad));
    let result = |name: &str| {
        imported
            .sources
            .iter()
            .find(|source| source.path.ends_with(name))
            .unwrap_or_else(|| panic!("{name}"))
            .result
            .clone()
    };
    let read = |refusal: Refusal| Err(Refused::Read(refusal));
    assert_eq!(result("171-BC-DU.docx"), Err(Refused::NotAReport(NotAReport::Secret(Secrecy::Secret))));
    assert_eq!(result("cat_giua_chung.docx"), read(Refusal::CutOff));
    assert_eq!(result("van_ban_thuong.docx"), read(Refusal::PlainTextNamed { extension: "docx".into() }));
    assert_eq!(result("co_mat_khau.xlsx"), read(Refusal::Password));
    for empty in ["rong.docx", "rong.csv", "rong.txt"] {
        assert_eq!(result(empty), read(Refusal::Empty), "{empty}");
    }
    assert!(matches!(result("bom.docx"), Err(Refused::Read(Refusal::Unpacks { .. }))));
    assert!(matches!(
        result("mot_dong_5MB.csv"),
        Err(Refused::Read(Refusal::LineTooLong { line: 1, bytes: 5_000_000, .. }))
    ));
    assert_eq!(result("mime_hong.eml"), read(Refusal::BrokenMail));
    assert_eq!(result("trieu_dong_trong.xlsx"), Err(Refused::NoPeople));
    assert!(matches!(result("tep_la.pdf"), Err(Refused::Read(Refusal::Damaged { .. }))));
    // Three are taken, with what a person must know.
    let told = |name: &str| &imported.sources.iter().find(|source| source.path.ends_with(name)).unwrap().told;
    assert_eq!(result("cong_thuc.csv").unwrap().collaborators, 1);
    assert_eq!(result("ansi_bidi.txt").unwrap().reports, 1);
    assert!(matches!(told("ansi_bidi.txt")[..], [Told::Report(Warning::ControlsRemoved(_))]));
    assert_eq!(result("utf8_hong.txt").unwrap().reports, 1);
    assert_eq!(told("utf8_hong.txt"), &[Told::Report(Warning::BytesReplaced(3))]);
    assert_eq!(count(&file, "report"), 2);
    no_control_characters(&file);
    reasons_have_words(&imported);
}

#[test]
fn nothing_of_a_refused_file_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let before = std::fs::read(file.path()).unwrap();
    let imported =
        run(&mut file, &[samples().join("reports/171-BC-DU.docx"), folder.path().join("không có.docx")]);
    assert!(imported.sources.iter().all(|source| source.result.is_err()));
    assert_eq!(std::fs::read(file.path()).unwrap(), before);
    assert_eq!(count(&file, "report") + count(&file, "attachment"), 0);
}

#[test]
fn every_sample_report_is_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let imported = run(&mut file, &[samples().join("reports")]);
    let refused: Vec<_> = imported.sources.iter().filter(|source| source.result.is_err()).collect();
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(refused[0].path.ends_with("171-BC-DU.docx"));
    // The exact copy is known by its content; the near ones are reports of their own; a form export has one row twice and
    // a mailbox one mail.
    let counts = imported.counts();
    assert_eq!(counts.duplicates, 3);
    assert_eq!(i64::try_from(counts.reports).unwrap(), count(&file, "report"));
    assert_eq!(i64::try_from(counts.items).unwrap(), count(&file, "item"));
    assert_eq!(counts.reports, 34 + 4 + 2 + 6 + 26 + 80 + 24);

    // The same folder again makes nothing.
    let again = run(&mut file, &[samples().join("reports")]).counts();
    assert_eq!((again.created(), again.updated), (0, 0), "{again:?}");
    assert_eq!(again.duplicates, counts.reports + counts.duplicates);
}

#[test]
fn a_sender_is_known_on_the_roster_and_the_rule_of_the_day_is_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let roster = folder.path().join("ds.csv");
    std::fs::write(
        &roster,
        "Họ và tên,Đơn vị,Điện thoại,Email\nTrần Thị Thanh Ngoãn,Xã Lộc An,0953000111,ngoanttt99@namson.example\n\
         Hồ Bá Thuận,Xã Lộc An,0953000112,\n",
    )
    .unwrap();
    let reports = samples().join("reports");
    run(&mut file, &[roster, reports.join("1 qp.eml"), reports.join("So_theo_doi_phan_anh_2026.xlsx")]);
    let known: i64 = file
        .connection()
        .query_row("SELECT count(*) FROM report WHERE collaborator IS NOT NULL", [], |row| row.get(0))
        .unwrap();
    // The mail's sender by address, and the log's rows of Hồ Bá Thuận by name and unit.
    let rows: i64 = file
        .connection()
        .query_row("SELECT count(*) FROM report WHERE submitter_name = 'Hồ Bá Thuận'", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert!(rows > 1);
    assert_eq!(known, rows + 1);
    let (rule, received): (String, String) = file
        .connection()
        .query_row(
            "SELECT received_rule, received_at FROM report WHERE source_key LIKE 'mail:%'",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    assert_eq!((rule.as_str(), received.as_str()), ("mail", "2026-09-07T08:00:05"));
    let units: i64 = file
        .connection()
        .query_row("SELECT count(*) FROM unit WHERE name = 'xã Lộc An' AND deleted = 0", [], |row| {
            row.get(0)
        })
        .unwrap();
    assert_eq!(units, 1);
}

#[test]
fn a_rehearsal_says_the_same_and_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let sources = [samples().join("reports")];
    let rehearsal = Options { dry_run: true, ..options() };
    let promised = import(&mut file, &sources, &rehearsal, |_| true).unwrap().counts();
    assert_eq!(count(&file, "report") + count(&file, "unit"), 0);
    let done = run(&mut file, &sources).counts();
    assert_eq!(promised, done);
}

#[test]
fn of_all_samples_only_the_planted_pairs_are_said_to_be_sent_again() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let imported = run(&mut file, &[samples().join("reports")]);
    let source = |number: &str| -> String {
        let sql = "SELECT source_name FROM report WHERE arrival_number = ?1";
        file.connection().query_row(sql, [number], |row| row.get(0)).unwrap()
    };
    let mut pairs: Vec<[String; 2]> = imported
        .doubled
        .iter()
        .map(|doubled| {
            let mut pair = [source(&doubled.number), source(&doubled.earlier)];
            pair.sort();
            pair
        })
        .collect();
    assert_eq!(pairs.len(), 6, "three matters of each pair: {pairs:?}");
    pairs.sort();
    pairs.dedup();
    let expected: serde_json::Value =
        serde_json::from_slice(&std::fs::read(samples().join("expected.json")).unwrap()).unwrap();
    let mut planted: Vec<[String; 2]> = expected["near_duplicates"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| {
            let mut pair =
                [0, 1].map(|at| pair[at].as_str().unwrap().trim_start_matches("reports/").to_owned());
            pair.sort();
            pair
        })
        .collect();
    planted.sort();
    assert_eq!(pairs, planted);
}

#[test]
fn stopping_keeps_what_is_done() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let imported =
        import(&mut file, &[samples().join("reports")], &options(), |progress| progress.done < 3).unwrap();
    assert!(imported.cancelled);
    assert_eq!(imported.sources.len(), 3);
    assert_eq!(i64::try_from(imported.counts().reports).unwrap(), count(&file, "report"));
}

/// So many reports with two matters each, no two alike.
fn many_reports(folder: &Path, count: usize) {
    let words: Vec<&str> = include_str!("../data/text/reports_clean.txt").split_whitespace().collect();
    std::fs::create_dir(folder).unwrap();
    for number in 0..count {
        let said = |from: usize| {
            let begin = (number * 43 + from) % (words.len() - 40);
            words[begin..begin + 20].join(" ")
        };
        let text = format!(
            "BÁO CÁO NHANH\nsố {number}\n\n1. Nhiều ý kiến băn khoăn về {}.\n\n2. Đề nghị làm rõ {}.\n",
            said(0),
            said(20)
        );
        std::fs::write(folder.join(format!("bc-{number:04}.txt")), text).unwrap();
    }
}

/// Names a folder in the window for files.
fn name_files(terminal: &mut Terminal, folder: &Path) {
    terminal.press("n");
    terminal.wait_for("Ai báo");
    terminal.press(key::CTRL_O);
    terminal.wait_for("Nhập từ tệp");
    terminal.type_keys(folder.to_str().unwrap());
    terminal.press(key::ENTER);
}

#[test]
fn esc_stops_an_import_on_the_screen_and_nothing_is_half_there() {
    const ALL: usize = 600;
    let folder = tempfile::tempdir().unwrap();
    let reports = folder.path().join("bc");
    many_reports(&reports, ALL);
    let mut terminal = {
        let file = office(folder.path());
        Terminal::open(file.path(), 160, 40)
    };
    terminal.wait_for("Mới 0");
    // Looking at them can be stopped too; nothing came in then.
    name_files(&mut terminal, &reports);
    terminal.wait_for("%  Esc dừng");
    terminal.press(key::ESC);
    terminal.wait_for("Chưa nhập gì");
    name_files(&mut terminal, &reports);
    terminal.wait_for("Sẽ nhập 600 tệp");
    terminal.press(key::ENTER);
    terminal.wait_for("%  Esc dừng");
    terminal.press(key::ESC);
    terminal.wait_for("Đã dừng theo yêu cầu");
    terminal.press(key::ESC);
    terminal.quit();
    let mut file = duluan::office::open(&folder.path().join("so.duluan"), Who::default()).unwrap();
    let came = usize::try_from(count(&file, "report")).unwrap();
    assert!(came > 0 && came < ALL, "{came}");
    assert!(file.check().unwrap().is_empty());
    // What came before has all it says, and the rest comes in with the next try: nothing twice, nothing less than at once.
    let again = run(&mut file, std::slice::from_ref(&reports));
    assert_eq!(again.counts().duplicates, came);
    let mut whole = duluan::office::create(&folder.path().join("mot-lan.duluan"), Who::default()).unwrap();
    run(&mut whole, &[reports]);
    for table in ["report", "item", "stream", "attachment"] {
        assert_eq!(count(&file, table), count(&whole, table), "{table}");
    }
}

#[test]
fn a_mail_with_one_secret_attachment_is_refused_whole() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let mail = folder.path().join("thu.eml");
    let marked = "BÁO CÁO\nTỐI MẬT\nvề việc không được đọc\n\nNhiều ý kiến băn khoăn.\n";
    std::fs::write(
        &mail,
        format!(
            "From: A <a@namson.example>\r\nSubject: gui\r\nDate: Mon, 07 Sep 2026 08:00:05 +0700\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
             Nhiều ý kiến băn khoăn về giá điện.\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\
             Content-Disposition: attachment; filename=\"a.txt\"\r\n\r\n{marked}\r\n--b--\r\n"
        ),
    )
    .unwrap();
    let imported = run(&mut file, &[mail]);
    assert_eq!(imported.sources[0].result, Err(Refused::NotAReport(NotAReport::Secret(Secrecy::TopSecret))));
    assert_eq!(count(&file, "report") + count(&file, "attachment"), 0);
}

#[test]
fn hostile_names_do_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let text = "BÁO CÁO NHANH\nNhiều ý kiến băn khoăn về giá điện ở thôn Đông Hạ, đề nghị làm rõ.\n";
    #[cfg(unix)]
    let name = "tên\nxấu\u{1b}[31m.txt";
    #[cfg(not(unix))]
    let name = "tên xấu\u{202e}.txt";
    std::fs::write(folder.path().join(name), text).unwrap();
    let imported = run(&mut file, &[folder.path().join(name)]);
    assert_eq!(imported.counts().reports, 1, "{imported:?}");
    let kept: String =
        file.connection().query_row("SELECT source_name FROM report", [], |row| row.get(0)).unwrap();
    assert!(!kept.contains(['\n', '\u{1b}', '\u{202e}']), "{kept:?}");
}

#[test]
fn a_plan_of_a_class_becomes_the_class_and_completes_the_one_its_list_made() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(folder.path());
    let list = samples().join("training/DS hoc vien lop boi duong 2026.xlsx");
    let plan = samples().join("training/KH lien tich mo lop 2026.docx");
    assert_eq!(run(&mut file, &[list]).counts().classes, 1);
    let imported = run(&mut file, std::slice::from_ref(&plan));
    assert_eq!(imported.sources[0].result.as_ref().map(|counts| counts.classes), Ok(0), "{imported:?}");
    let lines = duluan::training::store::class_lines(file.connection()).unwrap();
    assert_eq!(lines.len(), 1);
    let class = duluan::training::store::class(file.connection(), lines[0].id).unwrap().unwrap().known;
    assert_eq!(class.title, "Lớp bồi dưỡng nghiệp vụ công tác dư luận xã hội năm 2026");
    assert_eq!(class.document_number, "07-KHLT/BXDĐ-TTCT");
    assert_eq!(class.document_date, "2026-09-21".parse().ok());
    assert_eq!((class.date_from, class.date_to), ("2026-10-14".parse().ok(), "2026-10-15".parse().ok()));
    assert_eq!(class.participants.len(), 36);
    let hosts: Vec<(&str, &str, &str)> = class
        .hosts
        .iter()
        .map(|host| (host.name.as_str(), host.signer.as_str(), host.post.as_str()))
        .collect();
    assert_eq!(
        hosts,
        [
            ("Ban Xây dựng Đảng", "Tạ Thị Thanh Huệ", "Phó trưởng ban"),
            ("Trung tâm Chính trị", "Doãn Khắc Lượng", "Giám đốc"),
        ]
    );
    let sessions: Vec<String> = class
        .sessions
        .iter()
        .map(|of| {
            format!(
                "{} {} {}-{} | {} | {}",
                of.on.unwrap(),
                of.part.id(),
                of.time_from,
                of.time_to,
                of.content,
                of.speaker
            )
        })
        .collect();
    assert_eq!(sessions.len(), 6, "{sessions:#?}");
    assert_eq!(
        sessions[1],
        "2026-10-14 morning 08:00-11:00 | Dư luận xã hội và tin đồn: nhận diện, cách nắm bắt | Báo cáo viên Tỉnh ủy"
    );
    assert_eq!(sessions[5], "2026-10-15 afternoon 15:30-16:30 | Bế mạc, trao giấy chứng nhận | Ban Tổ chức");
    assert_eq!(class.preparation.len(), 2);
    assert_eq!(class.preparation[0].due_on, "2026-10-12".parse().ok());
    assert!(class.purpose.starts_with("Cung cấp kiến thức cơ bản"), "{}", class.purpose);
    // Once more it says nothing new.
    assert_eq!(run(&mut file, &[plan]).counts().duplicates, 1);
    assert_eq!(duluan::training::store::class_lines(file.connection()).unwrap().len(), 1);
}
