//! Tables of survey rounds and charts in the text.

use super::*;
use crate::summary::model::Marked;
use crate::survey::model::{Answer, NewQuestion, NewSurvey, Question, SurveyRow};
use crate::survey::store as surveys;

/// A round of one question, and enough reports for charts.
fn office() -> (Desk, Uuid) {
    let mut desk = Desk::new((80, 24));
    let report = |day: u32| NewReport {
        received_at: NaiveDate::from_ymd_opt(2026, 10, day).and_then(|day| day.and_hms_opt(8, 0, 0)),
        unit_name: format!("Thôn {day}"),
        items: vec![NewItem { title: format!("Việc {day}"), ..NewItem::default() }],
        ..NewReport::default()
    };
    desk.enter(&[report(12), report(19), report(20)]);
    let round = desk
        .file
        .write("survey-add", |tx| -> Result<Uuid, FileError> {
            let known = NewSurvey {
                title: "Điều tra về nước sạch".into(),
                date_to: NaiveDate::from_ymd_opt(2026, 10, 15),
                ..NewSurvey::default()
            };
            let id = surveys::insert_survey(tx, &known)?;
            let answer = |label: &str, answers| Answer { id: None, label: label.into(), answers };
            let question = Question {
                body: "Nước có đủ dùng không?".into(),
                answers: vec![answer("Đủ", 30), answer("Thiếu", 12)],
                ..Question::default()
            };
            surveys::save_question(tx, id, &NewQuestion { question, number: None })?;
            Ok(id)
        })
        .unwrap()
        .value;
    desk.act(&Action::Refresh);
    (desk, round)
}

/// Chooses what the words find and puts it behind the cursor's line.
fn place(desk: &mut Desk, words: &str) {
    desk.act(&Action::PlaceExhibit);
    desk.write(words);
    desk.act(&Action::Open);
    assert!(desk.last_notice().text.contains("Đã chèn"), "{}", desk.last_notice().text);
}

#[test]
fn a_table_and_a_chart_are_lines_of_the_text_and_real_ones_on_paper() {
    let (mut desk, round) = office();
    desk.draft("Nhận định, dự báo");
    desk.act(&Action::Open);
    place(&mut desk, "nuoc sach");
    place(&mut desk, "theo linh vuc");
    place(&mut desk, "theo tuan");
    let screen = desk.screen();
    assert!(screen.contains("▤ Bảng: Điều tra về nước sạch"), "{screen}");
    assert!(screen.contains("▤ Biểu đồ: số báo cáo theo lĩnh vực"), "{screen}");
    // Cut and put in again, and through a person's own editor.
    let before = desk.open().editor.text();
    let own = {
        let Effect::OwnEditor(text) = tab_effect(&mut desk, &Action::OwnEditor) else { panic!("no editor") };
        text
    };
    desk.act(&Action::Input(InputEvent::Replace(own)));
    assert_eq!(desk.open().editor.text(), before);
    desk.act(&Action::Save);
    desk.act(&Action::PreviousPane);
    assert!(!desk.open().checks.iter().any(|check| check.kind() == "exhibit_not_printed"));
    for name in ["bc.docx", "bc.md", "bc.txt"] {
        desk.act(&Action::Export);
        desk.act(&Action::Input(InputEvent::SelectAll));
        desk.write(name);
        desk.act(&Action::Open);
    }
    let text = std::fs::read_to_string(desk.folder.path().join("bc.md")).unwrap();
    for wanted in [
        "Bảng 1. Nước có đủ dùng không?",
        "| Thiếu | 12 |",
        "Biểu đồ 1. Số báo cáo theo lĩnh vực",
        "Biểu đồ 2.",
    ] {
        assert!(text.contains(wanted), "{wanted}: {text}");
    }
    let docx = std::fs::File::open(desk.folder.path().join("bc.docx")).unwrap();
    let archive = zip::ZipArchive::new(docx).unwrap();
    let charts =
        archive.file_names().filter(|name| name.as_ref().unwrap().starts_with("word/charts/")).count();
    assert_eq!(charts, 2);
    // The same file read back as the signed one leaves every token where it was.
    let stored = desk.stored("Nhận định, dự báo");
    desk.act(&Action::Submit);
    desk.act(&Action::Open);
    desk.act(&Action::IssueSynthesis);
    desk.fill("signed", "bc.docx");
    desk.act(&Action::Save);
    assert!(desk.screen().contains("0 câu đã sửa, 0 câu không"), "{}", desk.screen());
    desk.act(&Action::Open);
    assert_eq!(desk.stored("Nhận định, dự báo"), stored);
    // A round that is gone is told, and leads to its line.
    desk.act(&Action::Triage(crate::screen::Decision::Reopen));
    desk.write("thiếu bảng");
    desk.act(&Action::Open);
    desk.file
        .write("survey-delete", |tx| Ok::<_, FileError>(surveys::delete(tx, SurveyRow::Survey(round))?))
        .unwrap();
    desk.act(&Action::Refresh);
    assert!(desk.open().checks.iter().any(|check| check.kind() == "exhibit_not_printed"));
    desk.select("Tình hình chung");
    desk.act(&Action::Checks);
    for _ in 0..20 {
        let Some(tab::Window::Findings(findings)) = &desk.state.window else { panic!("closed") };
        if findings.here().unwrap().kind == "exhibit_not_printed" {
            break;
        }
        desk.act(&Action::Down);
    }
    desk.act(&Action::Open);
    let open = desk.open();
    assert!(open.editor.line(open.editor.cursor().0).chars().all(Marked::is_mark));
    assert!(desk.screen().contains("không in được nữa"), "{}", desk.screen());
}

/// The one effect of an action.
fn tab_effect(desk: &mut Desk, action: &Action) -> Effect<Query, Command> {
    let now = NaiveDate::from_ymd_opt(2026, 11, 2).unwrap().and_hms_opt(9, 0, 0).unwrap();
    let (width, height) = desk.size;
    let moment = Moment { now, width, height, words: &desk.words, settings: &desk.settings };
    tab::update(&mut desk.state, action, &moment).remove(0)
}

#[test]
fn a_small_period_has_no_charts() {
    let mut desk = Desk::new((80, 24));
    desk.draft(LOCAL);
    desk.act(&Action::Open);
    desk.act(&Action::PlaceExhibit);
    assert!(desk.last_notice().text.contains("dưới 5 báo cáo"), "{}", desk.last_notice().text);
    assert!(desk.state.window.is_none());
}
