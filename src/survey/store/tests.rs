//! Rounds as they are entered, mended and read.

use super::*;
use crate::file::{FileError, OfficeFile, Who};
use crate::survey::model::{Answer, Forms, NewQuestion, NewSurvey, Question, Sampling, Survey, SurveyRow};

fn office(folder: &tempfile::TempDir) -> OfficeFile {
    crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap()
}

fn question(body: &str, answers: &[(&str, i64)]) -> Question {
    let answers = answers
        .iter()
        .map(|(label, answers)| Answer { id: None, label: (*label).into(), answers: *answers })
        .collect();
    Question { body: body.into(), answers, ..Question::default() }
}

fn read(file: &OfficeFile, id: uuid::Uuid) -> Survey {
    survey(file.connection(), id).unwrap().unwrap()
}

/// Labels and counts, question by question.
fn told(survey: &Survey) -> Vec<(String, Vec<(String, i64)>)> {
    let answers = |question: &Question| {
        question.answers.iter().map(|answer| (answer.label.clone(), answer.answers)).collect()
    };
    survey.questions.iter().map(|question| (question.body.clone(), answers(question))).collect()
}

#[test]
fn a_round_reads_as_it_was_entered() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(&folder);
    let known = NewSurvey {
        title: "Sự hài lòng về dịch vụ công".into(),
        target_group: "người dân đến bộ phận một cửa".into(),
        sampling: Sampling::Quota,
        date_from: "2026-10-01".parse().ok(),
        date_to: "2026-10-15".parse().ok(),
        basis: "Kế hoạch 12-KH/BTGDV".into(),
        note: "chỉ giờ hành chính".into(),
    };
    let id = file
        .write("survey-add", |tx| {
            let id = insert_survey(tx, &known)?;
            save_forms(tx, id, &Forms { issued: 100, returned: 90, valid: 88, ..Forms::default() })?;
            for body in ["Câu một", "Câu hai"] {
                let question = question(body, &[("Có", 50), ("Không", 38)]);
                save_question(tx, id, &NewQuestion { question, number: None })?;
            }
            Ok::<_, FileError>(id)
        })
        .unwrap()
        .value;
    let survey = read(&file, id);
    assert_eq!(survey.known, known);
    assert_eq!((survey.units[0].issued, survey.units[0].valid), (100, 88));
    assert_eq!(told(&survey)[1], ("Câu hai".into(), vec![("Có".into(), 50), ("Không".into(), 38)]));
    let line = survey_lines(file.connection()).unwrap().remove(0);
    assert_eq!((line.issued, line.valid, line.questions), (100, 88, 2));
}

#[test]
fn mended_questions_keep_their_rows_and_what_is_off_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(&folder);
    let id = file
        .write("survey-add", |tx| {
            let id = insert_survey(tx, &NewSurvey::default())?;
            for body in ["một", "hai", "ba"] {
                let question = question(body, &[("Có", 5), ("Không", 3), ("Khác", 1)]);
                save_question(tx, id, &NewQuestion { question, number: None })?;
            }
            Ok::<_, FileError>(id)
        })
        .unwrap()
        .value;
    let before = read(&file, id);
    let mut mended = question("ba?", &[("Không", 4), ("Có", 5), ("Ý kiến khác", 1)]);
    mended.id = before.questions[2].id;
    file.write("survey-question", |tx| {
        save_question(tx, id, &NewQuestion { question: mended.clone(), number: Some(1) })?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    let after = read(&file, id);
    assert_eq!(
        after.questions.iter().map(|one| one.body.as_str()).collect::<Vec<_>>(),
        ["ba?", "một", "hai"]
    );
    let row = |survey: &Survey, at: usize, label: &str| {
        survey.questions[at].answers.iter().find(|answer| answer.label == label).map(|answer| answer.id)
    };
    assert_eq!(row(&after, 0, "Có"), row(&before, 2, "Có"), "the same words are the same row");
    assert_eq!(row(&after, 0, "Ý kiến khác"), row(&before, 2, "Khác"), "other words at the place of a row");
    file.write("survey-delete", |tx| {
        delete(tx, SurveyRow::Question(after.questions[0].id.unwrap()))?;
        Ok::<_, FileError>(())
    })
    .unwrap();
    assert_eq!(read(&file, id).questions.len(), 2);
    file.undo().unwrap();
    assert_eq!(told(&read(&file, id)), told(&after));
    file.write("survey-delete", |tx| Ok::<_, FileError>(delete(tx, SurveyRow::Survey(id))?)).unwrap();
    assert!(survey(file.connection(), id).unwrap().is_none());
    assert!(survey_lines(file.connection()).unwrap().is_empty());
}

#[test]
fn counted_questions_come_with_their_forms_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(&folder);
    let forms = Forms { returned: 12, valid: 11, ..Forms::default() };
    let mut take = |into: Option<uuid::Uuid>| {
        file.write("survey-import", |tx| {
            let new = NewSurvey { title: "Đợt 1".into(), ..NewSurvey::default() };
            Ok::<_, FileError>(take_in(
                tx,
                into,
                &new,
                std::slice::from_ref(&forms),
                &[question("Câu", &[("Có", 9)])],
            )?)
        })
        .unwrap()
        .value
    };
    let id = take(None);
    assert_eq!(take(Some(id)), id);
    let survey = read(&file, id);
    assert_eq!((survey.units.len(), survey.questions.len()), (1, 2));
}

#[test]
fn what_came_back_is_added_to_what_was_handed_out_unit_by_unit() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = office(&folder);
    let new = NewSurvey { title: "Dịch vụ công".into(), ..NewSurvey::default() };
    let take = |file: &mut OfficeFile, into, forms: &[Forms]| {
        let taken =
            file.write("survey-import", |tx| Ok::<_, FileError>(take_in(tx, into, &new, forms, &[])?));
        taken.unwrap().value
    };
    let unit = file
        .write("unit-add", |tx| Ok::<_, FileError>(crate::roster::store::ensure_unit(tx, "xã Lộc An")?))
        .unwrap()
        .value;
    let forms =
        |unit, issued, returned| Forms { unit, issued, returned, valid: returned, ..Forms::default() };
    let id = take(&mut file, None, &[forms(Some(unit), 50, 0)]);
    let told = |file: &OfficeFile| {
        let survey = survey(file.connection(), id).unwrap().unwrap();
        survey.units.iter().map(|forms| (forms.unit, forms.issued, forms.returned)).collect::<Vec<_>>()
    };
    take(&mut file, Some(id), &[forms(Some(unit), 0, 40), forms(None, 0, 3)]);
    assert_eq!(told(&file), [(Some(unit), 50, 40), (None, 0, 3)]);
    take(&mut file, Some(id), &[forms(Some(unit), 0, 7)]);
    assert_eq!(told(&file), [(Some(unit), 50, 40), (None, 0, 3)], "what is written down stays");
    take(&mut file, None, &[]);
    let conn = file.connection();
    let meant = |said: &str| rounds_meant(conn, said).unwrap().len();
    assert_eq!((meant("dich vu CONG"), meant("dịch vụ"), meant("nước")), (2, 2, 0), "two of one title");
    assert_eq!((meant(&id.to_string()), meant(&id.to_string()[..3])), (1, 0));
}
