//! From the draft to the issued paper, over a real file.

use std::path::PathBuf;

use super::*;
use crate::screen::Decision;
use crate::summary::model::{State as Stand, cited, without_citations};

fn stand(desk: &Desk) -> Stand {
    desk.state.open.as_ref().unwrap().synthesis.state()
}

/// A synthesis that lies before the one who signs, its paper written to a file.
fn submitted(folder_file: &str) -> (Desk, PathBuf) {
    let mut desk = Desk::new((100, 30));
    desk.draft(LOCAL);
    desk.act(&Action::Submit);
    assert!(desk.screen().contains("Trình duyệt"), "it is asked first");
    desk.act(&Action::Open);
    assert_eq!(stand(&desk), Stand::Submitted);
    desk.act(&Action::Export);
    desk.act(&Action::Input(InputEvent::SelectAll));
    desk.write(folder_file);
    desk.act(&Action::Open);
    let path = desk.folder.path().join(folder_file);
    assert!(path.is_file());
    (desk, path)
}

#[test]
fn what_was_submitted_is_not_written_on_until_it_is_taken_back_with_a_reason() {
    let (mut desk, _) = submitted("trinh.docx");
    let before = desk.state.open.as_ref().unwrap().synthesis.sections.clone();
    desk.act(&Action::Open);
    desk.write("chen vao");
    desk.act(&Action::Save);
    assert!(desk.last_notice().text.contains("giữ nguyên"), "{}", desk.last_notice().text);
    assert_eq!(desk.state.open.as_ref().unwrap().synthesis.sections, before);
    desk.act(&Action::PreviousPane);
    desk.act(&Action::Gather);
    assert!(desk.last_notice().text.contains("giữ nguyên"), "{}", desk.last_notice().text);
    desk.act(&Action::Triage(Decision::Reopen));
    desk.act(&Action::Open);
    assert!(desk.last_notice().text.contains("Cần ghi lý do"), "{}", desk.last_notice().text);
    desk.write("bổ sung ý kiến thôn 7");
    desk.act(&Action::Open);
    assert_eq!(stand(&desk), Stand::Drafting);
    let id = desk.state.open.as_ref().unwrap().synthesis.id;
    let kept = store::synthesis(desk.file.connection(), id).unwrap().unwrap();
    assert!(kept.note.contains("02/11/2026") && kept.note.contains("bổ sung ý kiến thôn 7"), "{}", kept.note);
    // One undo, and it lies before the one who signs again.
    desk.file.undo().unwrap();
    let again = store::synthesis(desk.file.connection(), id).unwrap().unwrap();
    assert_eq!((again.state(), again.note.as_str()), (Stand::Submitted, ""));
}

#[test]
fn the_signed_paper_is_read_back_and_issued_with_its_citations() {
    let (mut desk, path) = submitted("da-ky.docx");
    let before: Vec<_> = desk.state.open.as_ref().unwrap().synthesis.sections.clone();
    desk.act(&Action::IssueSynthesis);
    desk.fill("number", "12-BC/ĐU");
    desk.fill("date", "");
    desk.fill("signed", path.to_str().unwrap());
    desk.act(&Action::Save);
    assert!(desk.screen().contains("Số 12-BC/ĐU, chưa có ngày"), "{}", desk.screen());
    desk.act(&Action::Back);
    desk.fill("date", "05/11/2026");
    desk.fill("signed", path.to_str().unwrap());
    desk.act(&Action::Save);
    let asked = desk.screen();
    assert!(asked.contains("0 câu đã sửa, 0 câu không"), "{asked}{:?}", desk.notices);
    desk.act(&Action::Open);
    assert_eq!(stand(&desk), Stand::Issued);
    let id = desk.state.open.as_ref().unwrap().synthesis.id;
    let issued = store::synthesis(desk.file.connection(), id).unwrap().unwrap();
    assert_eq!(issued.document_number, "12-BC/ĐU");
    assert!(issued.issued_text.contains("LỘC AN"), "{}", issued.issued_text);
    for (now, then) in issued.sections.iter().zip(&before) {
        assert_eq!(without_citations(&now.body), without_citations(&then.body));
        assert_eq!(cited(&now.body), cited(&then.body));
    }
    // Every source is kept as it was when the paper was issued.
    let kept = store::kept(desk.file.connection(), id).unwrap();
    assert!(!kept.cited.is_empty() && kept.cited.values().all(|said| !said.is_empty()));
    desk.act(&Action::Open);
    desk.write("chen vao");
    assert!(desk.last_notice().text.contains("đã ban hành"), "{}", desk.last_notice().text);
}

#[test]
fn another_paper_or_a_missing_one_issues_nothing() {
    let (mut desk, _) = submitted("trinh.docx");
    std::fs::write(desk.folder.path().join("khac.txt"), "CÔNG VĂN\nmời họp\nKính gửi các đồng chí.").unwrap();
    for (name, said) in [("khac.txt", "văn bản khác"), ("khong-co.docx", "Không thấy tệp")] {
        desk.act(&Action::IssueSynthesis);
        desk.fill("signed", name);
        desk.act(&Action::Save);
        assert!(desk.last_notice().text.contains(said), "{name}: {}", desk.last_notice().text);
        assert_eq!(stand(&desk), Stand::Submitted);
        desk.state.form = None;
    }
}

#[test]
fn what_stands_around_the_text_is_kept_and_printed() {
    let mut desk = Desk::new((100, 30));
    desk.draft(LOCAL);
    desk.act(&Action::Head);
    assert!(desk.screen().contains("Nơi nhận"));
    desk.fill("signer", "Nguyễn Văn Bền");
    desk.fill("post", "PHÓ BÍ THƯ");
    desk.fill("signs_for", "T/M BAN THƯỜNG VỤ");
    desk.act(&Action::Save);
    let id = desk.state.open.as_ref().unwrap().synthesis.id;
    let kept = store::synthesis(desk.file.connection(), id).unwrap().unwrap();
    let office = store::office(desk.file.connection()).unwrap();
    let day = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap();
    let text = export::as_text(&kept, &office, day, &exhibit::Exhibits::default()).unwrap();
    assert!(text.contains("T/M BAN THƯỜNG VỤ") && text.contains("Nguyễn Văn Bền"), "{text}");
}
