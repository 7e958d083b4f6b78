//! The page without a terminal.

use super::window::Window;
use super::*;
use crate::inbox::records::OrientationRecord;
use crate::settings::Settings;
use crate::words::Language;

fn line(number: u128, sent: Option<&str>) -> OrientationLine {
    OrientationLine {
        id: Uuid::from_u128(number),
        title: format!("Định hướng {number}: giá nước/điện"),
        sent_at: sent.and_then(|day| day.parse().ok()),
        recipients: 3,
        ..OrientationLine::default()
    }
}

struct Desk {
    words: Words,
    settings: Settings,
    state: State,
}

impl Desk {
    fn new() -> Self {
        let mut desk = Self {
            words: Words::new(Language::Vietnamese),
            settings: Settings::default(),
            state: State::default(),
        };
        desk.act(&Action::Orientations);
        let lines = vec![line(1, None), line(2, Some("2026-11-20T08:00:00")), line(3, None)];
        desk.take(Message::Lines(lines, Box::new(("Ban".into(), String::new()))));
        desk
    }

    fn act(&mut self, action: &Action) -> Effects {
        let now = "2026-11-22T09:00:00".parse().unwrap();
        let moment = Moment { now, width: 80, height: 22, words: &self.words, settings: &self.settings };
        update(&mut self.state, action, &moment)
    }

    fn take(&mut self, message: Message) -> Effects {
        let now = "2026-11-22T09:00:00".parse().unwrap();
        let moment = Moment { now, width: 80, height: 22, words: &self.words, settings: &self.settings };
        receive(&mut self.state, message, &moment)
    }
}

#[test]
fn the_views_hold_what_is_sent_and_what_is_not_and_saving_leads_to_the_row() {
    let mut desk = Desk::new();
    let shown = |desk: &Desk| desk.state.list.rows().map(|line| line.id.as_u128()).collect::<Vec<_>>();
    assert_eq!(shown(&desk), [1, 2, 3]);
    desk.act(&Action::Right);
    assert_eq!((desk.state.view, shown(&desk)), (OrientationView::Unsent, vec![1, 3]));
    desk.act(&Action::Left);
    desk.act(&Action::Left);
    assert_eq!((desk.state.view, shown(&desk)), (OrientationView::Sent, vec![2]));
    // One that the view does not hold is shown among all.
    desk.act(&Action::Show(Target::Orientation(Uuid::from_u128(3))));
    let lines = desk.state.lines.clone();
    desk.take(Message::Lines(lines, Box::default()));
    assert_eq!(desk.state.list.current_id(), Some(Uuid::from_u128(3)));
    assert_eq!(desk.state.view, OrientationView::All);
}

#[test]
fn what_its_filter_means_is_read_beside_and_a_card_of_another_row_is_not_shown() {
    let mut desk = Desk::new();
    let record = OrientationRecord { id: Some(Uuid::from_u128(1)), ..OrientationRecord::default() };
    let card = OrientationCard { record, recipients: Vec::new(), to_find: true };
    let effects = desk.take(Message::Card(Some(Box::new(card))));
    assert!(matches!(effects.as_slice(), [Effect::Read(Query::Found(id))] if id.as_u128() == 1));
    assert!(desk.state.shown().is_some());
    desk.act(&Action::Down);
    assert!(desk.state.shown().is_none());
}

#[test]
fn a_file_is_named_by_the_title_and_its_ending_says_what_is_written() {
    let mut desk = Desk::new();
    desk.act(&Action::Export);
    let Some(Window::Export(prompt)) = &desk.state.window else { panic!() };
    assert_eq!(prompt.input.text(), "Định hướng 1 giá nước điện.docx");
    assert_eq!(paper_path("a.txt").to_str(), Some("a.txt"));
    assert_eq!(paper_path("thông báo 12.3").to_str(), Some("thông báo 12.3.docx"));
}

#[test]
fn nobody_is_told_nothing() {
    let mut desk = Desk::new();
    desk.take(Message::Lines(vec![OrientationLine { recipients: 0, ..line(1, None) }], Box::default()));
    let effects = desk.act(&Action::MarkSent);
    assert!(desk.state.window.is_none() && matches!(effects.as_slice(), [Effect::Notify(_)]));
    let effects = desk.take(Message::Briefings(Vec::new()));
    assert!(desk.state.window.is_none() && matches!(effects.as_slice(), [Effect::Notify(_)]));
}
