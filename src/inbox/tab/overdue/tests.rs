//! The page without a terminal.

use super::*;
use crate::inbox::model::PeriodKind;
use crate::inbox::model::duties::{Came, Order, Service};
use crate::settings::Settings;
use crate::words::{Language, Words};

struct Desk {
    words: Words,
    settings: Settings,
    state: State,
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn duty(number: u128, owes: bool) -> Duty {
    Duty {
        id: Uuid::from_u128(number),
        kind: PeriodKind::Month,
        boundary: 1,
        due_day: 5,
        owes,
        ..Duty::default()
    }
}

/// Months that end with this one; each row reported on these days.
fn sheet(duty: &Duty, months: i64, rows: &[(&str, &[&str])]) -> Sheet {
    let last = duty.number(day("2026-11-22"));
    let order = Order::new(duty, last - months + 1..=last, day("2026-11-22"));
    let rows = rows.iter().zip(1..).map(|((name, days), number)| {
        let came = |on: &&str| Came { id: Uuid::from_u128(99), on: day(on), nothing: false, stated: None };
        let mut came: Vec<Came> = days.iter().map(came).collect();
        let cells = order.settle(&Service::default(), &mut came, &[]);
        let who = if duty.owes { Who::Office } else { Who::Collaborator(Uuid::from_u128(number)) };
        Bound { who, name: (*name).into(), unit: String::new(), cells, came, excuses: Vec::new() }
    });
    Sheet { duty: duty.clone(), periods: order.periods(), rows: rows.collect(), sent: Vec::new() }
}

impl Desk {
    fn new() -> Self {
        let mut desk = Self {
            words: Words::new(Language::Vietnamese),
            settings: Settings::default(),
            state: State::default(),
        };
        desk.act(&Action::Overdue);
        let first = duty(1, false);
        let rows: &[(&str, &[&str])] = &[("An", &["2026-10-20"]), ("Bình", &[]), ("Cường", &["2026-11-20"])];
        let opened = Opened {
            sheet: Some(sheet(&first, 12, rows)),
            duties: vec![first, duty(2, false)],
            owed: vec![sheet(&duty(3, true), 3, &[("Tháng", &["2026-10-20"])])],
        };
        desk.take(opened);
        desk
    }

    fn act(&mut self, action: &Action) -> Effects {
        let moment = Moment {
            now: day("2026-11-22").and_hms_opt(9, 0, 0).unwrap(),
            width: 80,
            height: 22,
            words: &self.words,
            settings: &self.settings,
        };
        update(&mut self.state, action, &moment)
    }

    fn take(&mut self, opened: Opened) {
        let moment = Moment {
            now: day("2026-11-22").and_hms_opt(9, 0, 0).unwrap(),
            width: 80,
            height: 22,
            words: &self.words,
            settings: &self.settings,
        };
        receive(&mut self.state, Message::Opened(Box::new(opened)), &moment);
    }

    fn here(&self) -> (&str, Standing) {
        (self.state.here().unwrap().2.name.as_str(), self.state.cell().unwrap().standing)
    }
}

#[test]
fn the_cursor_begins_on_the_newest_period_that_is_over_and_stays_in_sight() {
    let mut desk = Desk::new();
    assert_eq!((desk.state.column, desk.here()), (10, ("An", Standing::OnTime)));
    desk.act(&Action::Right);
    assert_eq!(desk.here(), ("An", Standing::NotDue));
    desk.act(&Action::Right);
    assert_eq!(desk.state.column, 11, "there is no period after this one");
    for _ in 0..20 {
        desk.act(&Action::Left);
        let state = &desk.state;
        assert!((state.left..state.left + state.shape.columns).contains(&state.column));
    }
    assert_eq!((desk.state.column, desk.state.left), (0, 0));
    desk.act(&Action::End);
    assert_eq!(desk.here().0, "Cường");
    desk.act(&Action::Down);
    assert_eq!(desk.here().0, "Cường");
}

#[test]
fn those_who_lack_the_period_can_be_shown_alone_and_the_cursor_stays_on_its_row() {
    let mut desk = Desk::new();
    desk.act(&Action::Down);
    desk.act(&Action::OnlyMissing);
    assert_eq!((desk.state.shown.as_slice(), desk.here().0), (&[1, 2][..], "Bình"));
    // In the month after it only she and An lack.
    desk.act(&Action::Right);
    assert_eq!((desk.state.shown.as_slice(), desk.here().0), (&[0, 1][..], "Bình"));
    desk.act(&Action::OnlyMissing);
    desk.act(&Action::Sort);
    assert_eq!(desk.state.shown[0], 1, "who never reported stands first");
    assert_eq!(desk.here().0, "Bình");
}

#[test]
fn tab_goes_through_the_duties_to_what_the_office_owes_and_back() {
    let mut desk = Desk::new();
    assert!(
        matches!(desk.act(&Action::NextPane)[..], [Effect::Read(Query::Open(Some(id), ..))] if id == Uuid::from_u128(2))
    );
    desk.act(&Action::NextPane);
    assert!(desk.state.on_owed());
    // What is missing first, then what is to come, then what is done.
    let standings: Vec<_> = (0..3)
        .map(|_| {
            let found = desk.here().1;
            desk.act(&Action::Down);
            found
        })
        .collect();
    assert_eq!(standings, [Standing::Missing, Standing::NotDue, Standing::OnTime]);
    assert_eq!(desk.act(&Action::Sort), Effect::unused());
    assert!(
        matches!(desk.act(&Action::NextPane)[..], [Effect::Read(Query::Open(Some(id), ..))] if id == Uuid::from_u128(1))
    );
}

#[test]
fn a_reason_is_written_for_those_marked_and_none_is_not_written() {
    let mut desk = Desk::new();
    desk.act(&Action::Mark);
    desk.act(&Action::Mark);
    assert_eq!(desk.here().0, "Cường", "marking moves on");
    desk.act(&Action::Excuse);
    assert!(matches!(desk.act(&Action::Open)[..], [Effect::Notify(_)]), "no reason, nothing written");
    desk.act(&Action::Input(crate::screen::InputEvent::Insert("Ốm".into())));
    let effects = desk.act(&Action::Open);
    let [Effect::Write(Command::Excuse(duty, span, who, reason))] = &effects[..] else {
        panic!("{effects:?}")
    };
    assert_eq!((*duty, span.to, reason.as_str()), (Uuid::from_u128(1), day("2026-10-31"), "Ốm"));
    assert_eq!(who.len(), 2);
    assert!(desk.state.window.is_none());
    assert!(matches!(desk.act(&Action::Delete)[..], [Effect::Write(Command::Unexcuse(..))]));
    desk.act(&Action::Back);
    assert!(desk.state.marked.is_empty(), "Esc takes the marks first");
    assert_eq!(desk.act(&Action::Back), [Effect::Close]);
}

#[test]
fn the_cursor_stays_on_who_and_on_the_period_when_the_sheet_is_read_anew() {
    let mut desk = Desk::new();
    desk.act(&Action::Down);
    desk.act(&Action::Left);
    let before = desk.state.sheet.as_ref().unwrap().periods[desk.state.column].0;
    let first = duty(1, false);
    // A month later there is a period more, and somebody new before.
    let opened = Opened {
        sheet: Some(sheet(&first, 13, &[("Ánh", &[]), ("Bình", &[])])),
        duties: vec![first],
        owed: Vec::new(),
    };
    desk.take(opened);
    assert_eq!(desk.here().0, "Bình");
    assert_eq!(desk.state.sheet.as_ref().unwrap().periods[desk.state.column].0, before);
    assert_eq!(desk.act(&Action::NextPane), Effect::none(), "there is one page only");
}

#[test]
fn the_reminder_is_copied_and_shown_and_nobody_lacking_is_told() {
    let mut desk = Desk::new();
    let effects = desk.act(&Action::Remind);
    let [Effect::Copy(text), Effect::Notify(_)] = &effects[..] else { panic!("{effects:?}") };
    assert!(text.contains("Bình") && text.contains("Cường") && !text.contains("An"), "{text}");
    assert!(matches!(&desk.state.window, Some(Window::Reminder(open)) if open.text == *text));
    desk.act(&Action::Back);
    desk.act(&Action::Mark);
    assert!(matches!(desk.act(&Action::Remind)[..], [Effect::Notify(_)]), "An, who is marked, reported");
}
