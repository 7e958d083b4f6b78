//! The page without a screen: what is copied, where the cursor stands, what is said.

use chrono::NaiveDate;

use super::*;
use crate::settings::Settings;
use crate::survey::model::{Answer, Forms, NewSurvey, Question, Sampling};
use crate::words::{Language, Words};

fn survey(sampling: Sampling, valid: i64) -> Survey {
    let answer = |label: &str, answers| Answer { id: None, label: label.into(), answers };
    Survey {
        id: Uuid::from_u128(7),
        known: NewSurvey {
            title: "Dịch vụ công".into(),
            sampling,
            date_to: NaiveDate::from_ymd_opt(2026, 10, 15),
            ..NewSurvey::default()
        },
        units: vec![Forms { issued: 500, returned: 428, valid, ..Forms::default() }],
        questions: vec![Question {
            id: Some(Uuid::from_u128(8)),
            body: "Hài lòng?".into(),
            multiple: false,
            answers: vec![answer("Có", 250), answer("Không", 140)],
        }],
    }
}

fn opened(survey: Survey, moment: &Moment) -> State {
    let mut state = State::default();
    let line = SurveyLine {
        id: survey.id,
        title: survey.known.title.clone(),
        sampling: survey.known.sampling,
        date_from: None,
        date_to: survey.known.date_to,
        issued: 500,
        valid: 400,
        questions: 1,
    };
    update(&mut state, &Action::Surveys, moment);
    receive(&mut state, Message::Surveys(vec![line]), moment);
    receive(&mut state, Message::Survey(Some(Box::new(survey))), moment);
    update(&mut state, &Action::Open, moment);
    state
}

fn on_a_morning(check: impl Fn(&Moment)) {
    let (words, settings) = (Words::new(Language::Vietnamese), Settings::default());
    let now = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(9, 0, 0).unwrap();
    check(&Moment { now, width: 80, height: 22, words: &words, settings: &settings });
}

#[test]
fn an_answer_is_copied_as_a_sentence_with_what_it_may_say() {
    on_a_morning(|moment| {
        let mut state = opened(survey(Sampling::Random, 400), moment);
        update(&mut state, &Action::Down, moment);
        assert_eq!(
            copied(&state, moment).unwrap(),
            "Kết quả điều tra dư luận xã hội “Dịch vụ công” tháng 10/2026: 62,5% (250/400 phiếu hợp lệ) chọn “Có” ở câu \
             “Hài lòng?”. Sai số chọn mẫu không quá ±4,9 điểm phần trăm (độ tin cậy 95%, chọn ngẫu nhiên đơn giản)."
        );
        let state = {
            let mut state = opened(survey(Sampling::Convenience, 400), moment);
            update(&mut state, &Action::Down, moment);
            state
        };
        let told = copied(&state, moment).unwrap();
        assert!(told.ends_with("Kết quả chỉ phản ánh người trả lời."), "{told}");
        assert!(!told.contains('±'), "{told}");
    });
}

#[test]
fn the_table_has_a_tab_between_cells_and_tells_who_gave_no_answer() {
    on_a_morning(|moment| {
        let mut state = opened(survey(Sampling::Quota, 400), moment);
        let effects = update(&mut state, &Action::Grid, moment);
        let [Effect::Copy(table), Effect::Notify(_)] = &effects[..] else { panic!("{effects:?}") };
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(
            lines[..5],
            [
                "Dịch vụ công",
                "1. Hài lòng?\tSố phiếu\tTỷ lệ (%)",
                "Có\t250\t62,5",
                "Không\t140\t35,0",
                "(không trả lời)\t10\t2,5",
            ]
        );
        assert_eq!(*lines.last().unwrap(), "Cả đợt\t500\t428\t400");
    });
}

#[test]
fn a_round_that_went_away_leaves_no_open_page_behind() {
    on_a_morning(|moment| {
        let mut state = opened(survey(Sampling::Quota, 400), moment);
        assert_eq!(place(&state), &keys::RESULTS);
        receive(&mut state, Message::Survey(None), moment);
        receive(&mut state, Message::Surveys(Vec::new()), moment);
        assert_eq!(place(&state), &keys::ROUNDS);
        assert!(!works(&state, &Action::Open) && !works(&state, &Action::Grid));
        assert_eq!(update(&mut state, &Action::Back, moment), [Effect::Close]);
    });
}
