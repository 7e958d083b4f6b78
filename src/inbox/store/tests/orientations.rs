//! Orientations over a real file: whom a filter means, what is settled when they are sent, what is told at a giao ban.

use chrono::NaiveDateTime;
use uuid::Uuid;

use super::{Office, at, item, office, report};
use crate::file::FileError;
use crate::inbox::briefing::{Briefing, Matter, Told};
use crate::inbox::model::NewReport;
use crate::inbox::orientations::OrientationLine;
use crate::inbox::records::{Addressee, IssueRecord, OrientationRecord};
use crate::inbox::store::{
    Decision, answer_record, briefings, decide, insert_orientation, issue_record, item_cards, mark_sent,
    orientation_card, orientation_lines, remove_orientation, save_answer, save_issue, tell,
};
use crate::roster::model::{NewCollaborator, NewUnit};
use crate::roster::store::{insert_collaborator, insert_unit};

struct People {
    office: Office,
    an: Uuid,
    binh: Uuid,
    unit: Uuid,
}

fn people() -> People {
    let mut office = office();
    let (unit, an, binh) = office
        .file
        .write("enter", |tx| -> Result<_, FileError> {
            let unit = insert_unit(tx, &NewUnit::named("xã Lộc An"))?;
            let person = |name: &str, unit: Option<Uuid>| NewCollaborator {
                full_name: name.into(),
                unit,
                ..NewCollaborator::default()
            };
            let an = insert_collaborator(tx, &person("Trần Văn An", Some(unit)))?;
            let binh = insert_collaborator(tx, &person("Lê Thị Bình", None))?;
            Ok((unit, an, binh))
        })
        .unwrap()
        .value;
    People { office, an, binh, unit }
}

fn now() -> NaiveDateTime {
    at("2026-11-22 09:00")
}

fn orientation(filter: &str) -> OrientationRecord {
    OrientationRecord {
        title: "Định hướng".into(),
        content: "Giá nước mới.".into(),
        filter: filter.into(),
        ..OrientationRecord::default()
    }
}

impl People {
    fn enter_orientation(&mut self, record: &OrientationRecord) -> Uuid {
        self.office.file.write("orientation-enter", |tx| insert_orientation(tx, record)).unwrap().value
    }

    fn line(&self) -> OrientationLine {
        orientation_lines(self.office.file.connection()).unwrap().remove(0)
    }

    fn names(&self, id: Uuid) -> Vec<String> {
        let card = orientation_card(self.office.file.connection(), id, true).unwrap().unwrap();
        let mut names: Vec<String> = card.recipients.into_iter().map(|to| to.name).collect();
        names.sort();
        names
    }

    fn hire(&mut self, name: &str) {
        let person =
            NewCollaborator { full_name: name.into(), unit: Some(self.unit), ..NewCollaborator::default() };
        self.office
            .file
            .write("enter", |tx| insert_collaborator(tx, &person).map_err(FileError::from))
            .unwrap();
    }

    /// A giao ban of a day with these people on its list; those behind the bar were absent.
    fn briefing(&mut self, day: &str, present: &[Uuid], absent: &[Uuid]) -> Briefing {
        let day = day.to_owned();
        self.office
            .file
            .write("class-add", |tx| -> Result<(), FileError> {
                let class = tx.new_id();
                tx.execute(
                    "INSERT INTO class (id, kind, title, date_from, state) VALUES (?1, 'briefing', 'Giao ban', ?2, 'held')",
                    rusqlite::params![class, day],
                )?;
                let session = tx.new_id();
                tx.execute(
                    "INSERT INTO class_session (id, class, on_date, time_from) VALUES (?1, ?2, ?3, '14:00')",
                    rusqlite::params![session, class, day],
                )?;
                tx.execute(
                    "INSERT INTO agenda_point (id, class, kind, content, position) VALUES (?1, ?2, 'answer', 'Trả lời', 1),
                       (?3, ?2, 'orientation', 'Định hướng kỳ tới', 2)",
                    rusqlite::params![tx.new_id(), class, tx.new_id()],
                )?;
                for (who, away) in
                    present.iter().map(|who| (who, false)).chain(absent.iter().map(|who| (who, true)))
                {
                    let participant = tx.new_id();
                    tx.execute(
                        "INSERT INTO participant (id, class, collaborator, full_name) VALUES (?1, ?2, ?3, 'x')",
                        rusqlite::params![participant, class, who],
                    )?;
                    if away {
                        tx.execute(
                            "INSERT INTO absence (id, participant, session) VALUES (?1, ?2, ?3)",
                            rusqlite::params![tx.new_id(), participant, session],
                        )?;
                    }
                }
                Ok(())
            })
            .unwrap();
        let all = briefings(self.office.file.connection()).unwrap();
        all.into_iter().find(|one| one.at.date().to_string() == day).unwrap()
    }

    fn tell(&mut self, matter: &Matter, briefing: &Briefing) -> Told {
        self.office.file.write("orientation-tell", |tx| tell(tx, matter, briefing, now())).unwrap().value
    }

    fn agenda(&self) -> Vec<(String, String)> {
        let mut found = self
            .office
            .file
            .connection()
            .prepare("SELECT kind, content FROM agenda_point WHERE deleted = 0 ORDER BY position, id")
            .unwrap();
        found.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
    }
}

#[test]
fn whom_a_filter_means_is_open_until_it_is_sent_and_settled_then() {
    let mut people = people();
    let named = Addressee { collaborator: None, unit: Some(people.unit), name: "xã Lộc An".into() };
    let id = people
        .enter_orientation(&OrientationRecord { recipients: vec![named], ..orientation("đv:\"Lộc An\"") });
    assert_eq!((people.line().recipients, people.names(id).len()), (2, 2));
    people.hire("Ngô Thị Cúc");
    assert_eq!(people.line().recipients, 3);
    assert_eq!(people.names(id), ["Ngô Thị Cúc", "Trần Văn An", "xã Lộc An"]);

    let sent = people.office.file.write("orientation-send", |tx| mark_sent(tx, id, "zalo", now())).unwrap();
    assert_eq!(sent.value, 3);
    people.hire("Vũ Văn Dũng");
    assert_eq!((people.line().recipients, people.line().sent_at), (3, Some(now())));
    assert_eq!(people.names(id), ["Ngô Thị Cúc", "Trần Văn An", "xã Lộc An"]);
    // Mended afterwards, it stays with those it went to.
    let record = answer_record(people.office.file.connection(), id).unwrap().unwrap();
    let mended = OrientationRecord { title: "Định hướng, bổ sung".into(), ..record };
    people.office.file.write("orientation-edit", |tx| save_answer(tx, id, &mended)).unwrap();
    assert_eq!(people.names(id).len(), 3);
    // The edit, the new collaborator, that it was sent.
    for _ in 0..3 {
        people.office.file.undo().unwrap();
    }
    assert_eq!((people.line().sent_at, people.line().recipients), (None, 3));
}

#[test]
fn one_that_is_sent_as_it_is_entered_is_settled_at_once_and_one_taken_away_comes_back() {
    let mut people = people();
    let sent =
        OrientationRecord { sent_through: "zalo".into(), sent_at: Some(now()), ..orientation("tất cả") };
    let id = people.enter_orientation(&sent);
    people.hire("Ngô Thị Cúc");
    assert_eq!(people.names(id), ["Lê Thị Bình", "Trần Văn An"]);
    people.office.file.write("orientation-remove", |tx| remove_orientation(tx, id)).unwrap();
    assert!(orientation_lines(people.office.file.connection()).unwrap().is_empty());
    people.office.file.undo().unwrap();
    assert_eq!(people.line().recipients, 2);
}

/// An issue that An reported, with an answer.
fn answered(people: &mut People) -> (Uuid, Uuid) {
    let an = people.an;
    let told =
        NewReport { collaborator: Some(an), ..report("2026-11-10 08:00", vec![item("Nước đục")]) };
    people.office.enter(&[told]);
    let conn = people.office.file.connection();
    let matter: Uuid = conn.query_row("SELECT id FROM item", [], |row| row.get(0)).unwrap();
    let record = IssueRecord {
        title: "Nước sạch".into(),
        answer: "Đã thay đường ống.".into(),
        answered_on: "2026-11-12".parse().ok(),
        ..IssueRecord::fresh()
    };
    let issue = people.office.file.write("issue-enter", |tx| save_issue(tx, &record)).unwrap().value;
    let gather = Decision::Issue(Some(issue));
    people.office.file.write(gather.action(), |tx| decide(tx, &[matter], &gather)).unwrap();
    (issue, matter)
}

#[test]
fn an_answer_told_at_a_giao_ban_went_to_those_who_were_there_and_answers_the_items() {
    let mut people = people();
    let (issue, matter) = answered(&mut people);
    let briefing = people.briefing("2026-11-20", &[people.binh], &[people.an]);
    assert_eq!((briefing.people, briefing.at), (2, at("2026-11-20 14:00")));
    let told = people.tell(&Matter::Issue(issue, "Trả lời: Nước sạch".into()), &briefing);
    assert_eq!((told.to_come, told.heard, told.away), (false, 1, 1));
    let id = told.orientation.unwrap();
    let record = answer_record(people.office.file.connection(), id).unwrap().unwrap();
    assert_eq!((record.sent_through.as_str(), record.sent_at), ("meeting", Some(briefing.at)));
    assert_eq!(record.recipients.iter().map(|to| to.collaborator).collect::<Vec<_>>(), [Some(people.binh)]);
    assert_eq!(record.content, "Đã thay đường ống.");
    let card = item_cards(people.office.file.connection(), &[matter]).unwrap().remove(0);
    assert_eq!(card.answers.iter().map(|answer| answer.id).collect::<Vec<_>>(), [id]);
    let point = |kind: &str, content: &str| (kind.to_owned(), content.to_owned());
    assert_eq!(
        people.agenda(),
        [
            point("answer", "Trả lời"),
            point("answer", "Trả lời: Nước sạch"),
            point("orientation", "Định hướng kỳ tới")
        ]
    );
    // Once more at the same meeting changes nothing; the day of the issue's answer stays.
    people.tell(&Matter::Issue(issue, "Trả lời: Nước sạch".into()), &briefing);
    assert_eq!(people.agenda().len(), 3);
    assert_eq!(orientation_lines(people.office.file.connection()).unwrap().len(), 1);
    let issue = issue_record(people.office.file.connection(), issue).unwrap().unwrap();
    assert_eq!(issue.answered_on, "2026-11-12".parse().ok());
}

#[test]
fn for_a_giao_ban_to_come_it_stands_on_the_agenda_and_is_told_afterwards() {
    let mut people = people();
    let id = people.enter_orientation(&orientation("tất cả"));
    let to_come = people.briefing("2026-11-26", &[people.an], &[]);
    let told = people.tell(&Matter::Orientation(id), &to_come);
    assert_eq!((told.to_come, told.orientation), (true, Some(id)));
    assert_eq!(people.line().sent_at, None);
    assert_eq!((people.line().sent_through.as_str(), people.line().recipients), ("meeting", 2));
    assert_eq!(people.agenda()[2], ("orientation".to_owned(), "Định hướng".to_owned()));
    // After the meeting the same key notes that it was told.
    let later = at("2026-11-27 08:00");
    let told = people
        .office
        .file
        .write("orientation-tell", |tx| tell(tx, &Matter::Orientation(id), &to_come, later))
        .unwrap()
        .value;
    assert_eq!((told.heard, told.away), (1, 1));
    assert_eq!((people.line().sent_at, people.agenda().len()), (Some(to_come.at), 3));
}

#[test]
fn what_went_another_way_before_keeps_that_and_an_issue_without_an_answer_has_nothing_to_tell() {
    let mut people = people();
    let sent =
        OrientationRecord { sent_through: "zalo".into(), sent_at: Some(now()), ..orientation("tất cả") };
    let id = people.enter_orientation(&sent);
    let briefing = people.briefing("2026-11-20", &[], &[]);
    let told = people.tell(&Matter::Orientation(id), &briefing);
    assert_ne!(told.orientation, Some(id));
    let lines = orientation_lines(people.office.file.connection()).unwrap();
    assert_eq!(lines.len(), 2);
    // Nobody was on the list of the meeting: it went to those it was meant for.
    assert!(lines.iter().all(|line| line.recipients == 2), "{lines:?}");

    let empty = IssueRecord { title: "Chợ".into(), ..IssueRecord::fresh() };
    let issue = people.office.file.write("issue-enter", |tx| save_issue(tx, &empty)).unwrap().value;
    assert_eq!(people.tell(&Matter::Issue(issue, "Trả lời: Nước sạch".into()), &briefing), Told::default());
}
