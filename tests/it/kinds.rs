//! Kinds of files on the command line: what is told of each, and what a person may say about it.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/samples")
}

/// `duluan import` of a source into the file of a folder.
fn import(folder: &Path, source: &Path, more: &[&str]) -> Output {
    duluan(folder, &[&["import", "so.duluan", source.to_str().unwrap()], more].concat())
}

fn duluan(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_duluan"))
        .args(arguments)
        .current_dir(folder)
        .env("DULUAN_LANG", "vi")
        .env("DULUAN_CONFIG", folder)
        .env("DULUAN_BACKUPS", folder.join("sao-luu"))
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complained(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn old_encodings_are_read_and_told_and_another_can_be_said() {
    let folder = tempfile::tempdir().unwrap();
    let source = samples().join("reports/bc_2019_tcvn3.txt");
    let recognised = said(&import(folder.path(), &source, &["--dry-run"]));
    assert!(recognised.contains("Đọc theo bảng mã TCVN3 (ABC)"), "{recognised}");
    assert!(recognised.contains("1 báo cáo"), "{recognised}");
    // What a person says needs no telling; a name that is no encoding is refused before anything is read.
    let chosen = import(folder.path(), &source, &["--dry-run", "--encoding", "TCVN3"]);
    assert!(!said(&chosen).contains("bảng mã"), "{}", said(&chosen));
    let wrong = import(folder.path(), &source, &["--encoding", "ebcdic"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(complained(&wrong).contains("tcvn3"), "{}", complained(&wrong));
}

#[test]
fn originals_are_saved_byte_for_byte_and_overwrite_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let name = "4 dinh kem docx.eml";
    assert!(import(folder, &samples().join("reports").join(name), &[]).status.success());
    let reports = said(&duluan(folder, &["reports", "so.duluan", "--json"]));
    let reports: serde_json::Value = serde_json::from_str(&reports).unwrap();
    let number = reports[0]["arrival_number"].as_str().unwrap();
    let listed = said(&duluan(folder, &["attachments", "so.duluan", number]));
    assert!(listed.contains("BC_T9_CamKhue.docx") && listed.contains("bản gốc"), "{listed}");
    for _ in 0..2 {
        assert!(duluan(folder, &["attachments", "so.duluan", number, "--to", "ra"]).status.success());
    }
    let saved: Vec<_> =
        std::fs::read_dir(folder.join("ra")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let papers: Vec<_> =
        saved.iter().filter(|path| path.extension().is_some_and(|ending| ending == "docx")).collect();
    assert_eq!(papers.len(), 2, "{saved:?}");
    let mail = std::fs::read(samples().join("reports").join(name)).unwrap();
    let source = duluan::exchange::Source::new(name, mail);
    let duluan::exchange::Content::Mail(mail) = duluan::exchange::read(&source, None).unwrap().content else {
        panic!()
    };
    let paper = mail.attachments.iter().find(|kept| kept.extension() == "docx").unwrap();
    assert!(papers.iter().all(|path| std::fs::read(path).unwrap() == paper.bytes));
    let wrong = duluan(folder, &["attachments", "so.duluan", "XX-9"]);
    assert_eq!(wrong.status.code(), Some(2));
    assert!(complained(&wrong).contains("XX-9"));
}

#[test]
fn columns_of_a_log_can_be_named_and_are_remembered() {
    let folder = tempfile::tempdir().unwrap();
    let log = "Lúc;Ai gọi;Nói gì\n5/9/2026;Lê Thị Mai;Nước máy thôn 3 đục kéo dài cả tuần nay.\n";
    let source = folder.path().join("so truc.csv");
    std::fs::write(&source, log).unwrap();
    assert_eq!(import(folder.path(), &source, &[]).status.code(), Some(1));
    for (wrong, said) in [("C", "content"), ("C=cái gì", "content"), ("=date", "content")] {
        let refused = import(folder.path(), &source, &["--mapping", wrong]);
        assert_eq!(refused.status.code(), Some(2), "{wrong}");
        assert!(complained(&refused).contains(said), "{}", complained(&refused));
    }
    let missing = import(folder.path(), &source, &["--mapping", "Z=content"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(complained(&missing).contains("không có cột “Z”"), "{}", complained(&missing));
    let taken = said(&import(folder.path(), &source, &["--mapping", "noi gi=content, A=date, B=reporter"]));
    assert!(taken.contains("1 báo cáo"), "{taken}");
    // The same header is known without a word the next time.
    std::fs::write(&source, log.replace("5/9", "7/9")).unwrap();
    let again = said(&import(folder.path(), &source, &[]));
    assert!(again.contains("1 báo cáo"), "{again}");
}

/// What a report said, without what a file of its own changes: ids, numbers, the day of import.
fn matters(source: &Path) -> Vec<serde_json::Value> {
    let folder = tempfile::tempdir().unwrap();
    let read = import(folder.path(), source, &[]);
    assert!(read.status.success(), "{}: {}", source.display(), complained(&read));
    let items = said(&duluan(folder.path(), &["items", "so.duluan", "--json"]));
    let mut items: Vec<serde_json::Value> = serde_json::from_str(&items).unwrap();
    for item in &mut items {
        let item = item.as_object_mut().unwrap();
        item.remove("id");
        item.remove("report");
    }
    items
}

#[test]
fn a_report_sent_as_pdf_says_what_the_word_file_says() {
    let pdfs = samples().with_file_name("pdf");
    for (pdf, word) in [
        ("KheLim_T2.pdf", "KheLim_T2.docx"),
        // A form: a table of labels and values, broken into lines.
        ("Phieu phan anh so 4.pdf", "Phieu phan anh so 4.docx"),
        // May be read by everybody; only changing and copying want a password.
        ("han_che_sao_chep.pdf", "KheLim_T2.docx"),
    ] {
        let (pdf, word) = (matters(&pdfs.join(pdf)), matters(&samples().join("reports").join(word)));
        assert!(!word.is_empty());
        assert_eq!(pdf, word);
    }
}

#[test]
fn pdf_files_that_cannot_be_read_are_refused_with_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    let pdfs = samples().with_file_name("pdf");
    let mut cut = std::fs::read(pdfs.join("KheLim_T2.pdf")).unwrap();
    cut.truncate(cut.len() / 2);
    std::fs::write(folder.path().join("cut.pdf"), cut).unwrap();
    let scan = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF";
    std::fs::write(folder.path().join("scan.pdf"), scan).unwrap();
    for (source, words) in [
        (pdfs.join("co_mat_khau.pdf"), "mật khẩu"),
        (folder.path().join("cut.pdf"), "Từ chối: tệp bị thiếu dữ liệu"),
        (folder.path().join("scan.pdf"), "thêm bản chụp làm tệp kèm"),
        (samples().join("bad/tep_la.pdf"), "Từ chối: tệp hỏng"),
    ] {
        let refused = import(folder.path(), &source, &["--dry-run"]);
        assert_eq!(refused.status.code(), Some(1));
        assert!(complained(&refused).contains(words), "{}: {}", source.display(), complained(&refused));
    }
}
