//! From a sentence to its sources and back: the source table, sources that were changed, the printed pages.

use super::*;
use crate::summary::tab::Window;

/// What a stream of this gist says becomes something else, as a colleague's edit does it.
fn change(desk: &mut Desk, gist: &str, now: &str) {
    desk.file
        .write("edit-item", |tx| -> Result<(), FileError> {
            let changed = tx.execute("UPDATE stream SET gist = ?2 WHERE gist = ?1", [gist, now])?;
            assert_eq!(changed, 1);
            Ok(())
        })
        .unwrap();
    desk.act(&Action::Refresh);
}

fn table(desk: &Desk) -> &tab::SourceTable {
    match &desk.state.window {
        Some(Window::Table(table)) => table,
        other => panic!("{other:?}"),
    }
}

const BOOKS: &str = "giá bộ sách tăng so với năm trước";

#[test]
fn the_pages_show_what_is_being_written_and_lead_to_the_file() {
    let mut desk = Desk::new((80, 22));
    desk.draft("Kiến nghị, đề xuất");
    desk.act(&Action::Open);
    desk.write("Chưa lưu mà đã thấy. ");
    desk.act(&Action::PreviousPane);
    desk.act(&Action::Preview);
    let screen = desk.screen();
    assert!(screen.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && screen.contains("trang 1/"), "{screen}");
    desk.act(&Action::End);
    let Some(Window::Print(open)) = &desk.state.window else { panic!("closed") };
    assert!(open.preview.pages() >= 1);
    let all: String = (0..60)
        .map(|_| {
            desk.act(&Action::Up);
            desk.screen()
        })
        .collect();
    assert!(all.contains("Chưa lưu mà đã thấy."), "{all}");
    desk.size = (120, 40);
    desk.act(&Action::Resize);
    assert!(desk.screen().contains("ĐẢNG CỘNG SẢN VIỆT NAM"));
    desk.act(&Action::Open);
    assert!(desk.screen().contains("BC tong hop 2026-10.docx"), "{}", desk.screen());
    assert!(desk.last_notice().text.contains("chưa lưu"), "{}", desk.last_notice().text);
}

#[test]
fn the_table_tells_where_and_why_and_a_reason_closes_the_findings() {
    let mut desk = Desk::new((120, 30));
    desk.draft(LOCAL);
    desk.act(&Action::SourceTable);
    let totals = table(&desk).totals;
    assert_eq!((totals.rows, totals.carried, totals.open), (4, 4, 0));
    assert!(desk.screen().contains("Tình hình địa phương"), "{}", desk.screen());
    desk.act(&Action::Back);
    // The library goes out of the text.
    desk.act(&Action::Open);
    let text = desk.open().editor.text();
    let line = text.lines().find(|line| line.contains("thư viện")).unwrap().to_owned();
    desk.act(&Action::Input(InputEvent::Replace(text.replace(&line, ""))));
    desk.act(&Action::PreviousPane);
    assert!(desk.open().checks.iter().any(|check| check.kind() == "minority_left_out"));
    desk.act(&Action::SourceTable);
    assert_eq!(table(&desk).totals.open, 1);
    assert!(table(&desk).here().unwrap().said.contains("thư viện"));
    desk.act(&Action::LeaveOut);
    desk.write("đã nêu ở kỳ trước");
    desk.act(&Action::Open);
    assert_eq!((table(&desk).totals.open, table(&desk).totals.reasoned), (0, 1));
    assert!(desk.screen().contains("đã nêu ở kỳ trước"));
    assert!(!desk.open().checks.iter().any(|check| check.kind().ends_with("left_out")));
    // One action of the log.
    let undone = desk.file.undo().unwrap();
    desk.act(&Action::Back);
    desk.act(&Action::Refresh);
    desk.act(&Action::SourceTable);
    assert_eq!(table(&desk).totals.open, 1, "{undone:?}");
    desk.file.redo().unwrap();
    // Narrowed by typing, without marks, then by groups.
    desk.act(&Action::Search);
    desk.write("cau moi");
    desk.act(&Action::Open);
    assert_eq!(table(&desk).shown.len(), 1);
    assert!(desk.screen().contains("Tìm: cau moi"));
    desk.act(&Action::Back);
    desk.act(&Action::NextGroup);
    assert_eq!(table(&desk).shown.len(), 1);
    desk.act(&Action::NextGroup);
    assert_eq!(table(&desk).shown.len(), 3, "what is carried");
    // Enter leads to the sentence.
    desk.act(&Action::Search);
    desk.write("giá bộ sách");
    desk.act(&Action::Open);
    desk.act(&Action::Open);
    let open = desk.open();
    assert_eq!(open.pane, Pane::Editor);
    assert!(open.editor.line(open.editor.cursor().0).contains("giá bộ sách"));
}

#[test]
fn the_table_goes_out_behind_the_paper_and_as_a_workbook_and_stands_with_what_was_issued() {
    let mut desk = Desk::new((120, 30));
    desk.draft(LOCAL);
    desk.act(&Action::Open);
    let text = desk.open().editor.text();
    let line = text.lines().find(|line| line.contains("thư viện")).unwrap().to_owned();
    desk.act(&Action::Input(InputEvent::Replace(text.replace(&line, ""))));
    desk.act(&Action::Save);
    desk.act(&Action::PreviousPane);
    for name in ["kem.md", "bang.xlsx"] {
        desk.act(&Action::SourceTable);
        desk.act(&Action::Export);
        desk.act(&Action::Input(InputEvent::SelectAll));
        desk.write(name);
        desk.act(&Action::Open);
        assert!(desk.last_notice().text.contains("Đã ghi"), "{}", desk.last_notice().text);
    }
    let text = std::fs::read_to_string(desk.folder.path().join("kem.md")).unwrap();
    assert!(text.contains("Nội dung không đưa vào báo cáo") && text.contains("chưa nêu lý do"), "{text}");
    let source = Source::open(&desk.folder.path().join("bang.xlsx")).unwrap();
    let Content::Workbook(book) = exchange::read(&source, None).unwrap().content else {
        panic!("no workbook")
    };
    assert_eq!(book.sheets.len(), 1);
    // Issued, the table stands: what comes later is not in it, what triage says later changes nothing.
    desk.act(&Action::Submit);
    desk.act(&Action::Open);
    desk.act(&Action::IssueSynthesis);
    desk.act(&Action::Save);
    desk.act(&Action::Open);
    desk.enter(&[NewReport {
        received_at: NaiveDate::from_ymd_opt(2026, 10, 20).and_then(|day| day.and_hms_opt(8, 0, 0)),
        items: vec![NewItem { title: "Đến muộn".into(), ..NewItem::default() }],
        ..NewReport::default()
    }]);
    desk.act(&Action::Refresh);
    desk.act(&Action::SourceTable);
    assert_eq!(table(&desk).totals.rows, 4);
    assert_eq!(table(&desk).totals.reasoned, 1, "the words of the day it was issued");
    assert!(!table(&desk).works(&Action::LeaveOut), "it stands");
}

#[test]
fn a_changed_source_is_marked_where_it_is_cited_until_somebody_looked() {
    let mut desk = Desk::new((80, 24));
    desk.draft(LOCAL);
    assert!(!desk.screen().contains('≠'));
    change(&mut desk, BOOKS, "giá bộ sách giảm so với năm trước");
    desk.select(LOCAL);
    assert!(desk.screen().contains('≠'), "beside the section: {}", desk.screen());
    desk.act(&Action::Open);
    let screen = desk.screen();
    assert_eq!(screen.matches('≠').count(), 1, "in the text: {screen}");
    desk.act(&Action::NextPane);
    assert!(desk.screen().contains("đã sửa"), "{}", desk.screen());
    desk.act(&Action::PreviousPane);
    // On the mark itself Enter opens the sources; F4 anywhere in the sentence.
    let row = desk.open().editor.lines().position(|line| line.contains(BOOKS)).unwrap();
    let line = desk.open().editor.line(row).to_owned();
    let mark = line.find(crate::summary::model::Marked::is_mark).unwrap();
    let composer = desk.state.open.as_mut().unwrap();
    composer.editor.set_cursor(row, mark);
    let lines = desk.open().editor.lines().count();
    desk.act(&Action::Input(InputEvent::Newline));
    assert!(desk.screen().contains("giá bộ sách giảm"), "{}", desk.screen());
    assert_eq!(desk.open().editor.lines().count(), lines, "nothing was broken");
    desk.act(&Action::Back);
    desk.state.open.as_mut().unwrap().editor.set_cursor(row, 0);
    desk.act(&Action::Sources);
    desk.act(&Action::Stands);
    assert!(desk.last_notice().text.contains("vẫn đúng"), "{}", desk.last_notice().text);
    desk.act(&Action::Back);
    assert!(!desk.screen().contains('≠'));
    // Changed again it is asked about again.
    change(&mut desk, "giá bộ sách giảm so với năm trước", "giá sách vẫn thế");
    assert!(desk.screen().contains('≠'));
    // From the source to its sentence.
    desk.act(&Action::NextPane);
    desk.act(&Action::Stands);
    assert!(!desk.screen().contains('≠'), "{}", desk.screen());
    desk.act(&Action::ToSentence);
    assert_eq!((desk.open().pane, desk.open().editor.cursor().0), (Pane::Editor, row));
}
