//! SQL of classes and meetings.

mod audience;
mod clash;
mod days;
mod lists;
mod many;
mod mend;
mod names;
mod points;
mod read;
mod series;
mod write;
mod year;

pub use audience::{candidates, last_trained, trained};
pub use clash::clashes;
pub use days::days;
pub use many::change_classes;
pub use mend::{delete_part, save_preparation, save_session, set_absence, update_class};
pub use names::names_due;
pub use points::{move_point, offers, points, save_point};
pub use read::{class, class_by_title, class_lines, classes_of, tasks_due};
pub use series::{add_occurrences, delete_later, extend, next_of, update_later};
pub use write::{add_participant, insert_class, set_class_state, set_preparation_done};
pub use year::{delete_plan_item, move_plan_item, plan_items, plan_rows, plan_topics, save_plan_item};

#[cfg(test)]
mod tests {
    use crate::file::{FileError, Who};
    use crate::training::model::{
        AgendaKind, AgendaPoint, ClassKind, ClassState, Cost, DayPart, Host, NewClass, Participant,
        Preparation, Session, Summons,
    };

    #[test]
    fn a_class_reads_as_it_was_entered() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let day = |text: &str| Some(text.parse().unwrap());
        let mut class = NewClass {
            kind: ClassKind::Briefing,
            title: "Giao ban quý IV".into(),
            date_from: day("2026-10-14"),
            date_to: day("2026-10-15"),
            state: ClassState::Summoned,
            estimate: Some(12_500_000),
            hosts: vec![Host { name: "ĐẢNG ỦY XÃ LỘC AN".into(), ..Host::default() }],
            sessions: vec![Session {
                on: day("2026-10-14"),
                part: DayPart::Morning,
                content: "Khai mạc".into(),
                ..Session::default()
            }],
            preparation: vec![Preparation {
                task: "Hội trường".into(),
                due_on: day("2026-10-12"),
                ..Preparation::default()
            }],
            costs: vec![Cost { content: "Nước uống".into(), quantity: 40, unit_cost: 10_000 }],
            summons: vec![Summons { category: "cộng tác viên".into(), number: 3, ..Summons::default() }],
            participants: vec![Participant {
                full_name: "Lò Văn Ỏm".into(),
                birth_year: Some(1990),
                ..Participant::default()
            }],
            agenda: vec![AgendaPoint { kind: AgendaKind::Synthesis, content: "Báo cáo tháng".into() }],
            ..NewClass::default()
        };
        let id = file
            .write("training-add", |tx| Ok::<_, FileError>(super::insert_class(tx, &class)?))
            .unwrap()
            .value;
        let read = super::class(file.connection(), id).unwrap().unwrap();
        class.preparation[0].id = read.known.preparation[0].id;
        class.sessions[0].id = read.known.sessions[0].id;
        class.participants[0].id = read.known.participants[0].id;
        assert_eq!(read.known, class);
        let line = super::class_lines(file.connection()).unwrap().remove(0);
        assert_eq!((line.participants, line.open_tasks, line.tasks), (1, 1, 1));
        assert_eq!(super::class_by_title(file.connection(), "GIAO BAN QUÝ IV", None).unwrap(), Some(id));
        assert_eq!(
            super::class_by_title(file.connection(), "Giao ban quý IV", day("2026-07-01")).unwrap(),
            None
        );
    }

    #[test]
    fn a_class_is_mended_part_by_part_and_everybody_is_present_but_the_absent() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let class = NewClass {
            title: "Lớp".into(),
            hosts: vec![
                Host { name: "ĐẢNG ỦY XÃ".into(), ..Host::default() },
                Host { name: "UBND XÃ".into(), ..Host::default() },
            ],
            participants: vec![Participant { full_name: "Lò Văn Ỏm".into(), ..Participant::default() }],
            ..NewClass::default()
        };
        let id =
            file.write("class-add", |tx| Ok::<_, FileError>(super::insert_class(tx, &class)?)).unwrap().value;
        let mut mended = NewClass { title: "Lớp bồi dưỡng".into(), ..class };
        mended.hosts.pop();
        file.write("class-edit", |tx| {
            super::update_class(tx, id, &mended)?;
            for content in ["Khai mạc", "Chuyên đề 1"] {
                super::save_session(tx, id, &Session { content: content.into(), ..Session::default() })?;
            }
            Ok::<_, FileError>(())
        })
        .unwrap();
        let read = super::class(file.connection(), id).unwrap().unwrap().known;
        assert_eq!((read.title.as_str(), read.hosts.len(), read.sessions.len()), ("Lớp bồi dưỡng", 1, 2));
        assert_eq!(read.sessions[1].content, "Chuyên đề 1", "a new session stands last");
        let (person, session) = (read.participants[0].id.unwrap(), read.sessions[0].id.unwrap());
        let mut absences = |absent: Option<bool>| {
            file.write("class-attendance", |tx| {
                Ok::<_, FileError>(super::set_absence(tx, person, session, absent)?)
            })
            .unwrap();
            super::class(file.connection(), id).unwrap().unwrap().absences
        };
        assert_eq!(absences(Some(false)).len(), 1);
        assert!(absences(Some(true))[0].excused);
        assert!(absences(None).is_empty());
        assert_eq!(absences(Some(false)).len(), 1, "absent again after all");
    }

    #[test]
    fn what_falls_due_is_listed_without_what_is_over() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let task = |name: &str, day: &str, done: bool| Preparation {
            task: name.into(),
            due_on: day.parse().ok(),
            done,
            ..Preparation::default()
        };
        for (state, tasks) in [
            (
                ClassState::Planned,
                vec![task("Hội trường", "2026-12-10", false), task("Tài liệu", "2026-12-01", false)],
            ),
            (ClassState::Planned, vec![task("Nước uống", "2026-12-02", true), task("Chưa rõ", "", false)]),
            (ClassState::Held, vec![task("Cũ", "2026-10-01", false)]),
        ] {
            let class = NewClass { title: "Lớp".into(), state, preparation: tasks, ..NewClass::default() };
            file.write("class-add", |tx| Ok::<_, FileError>(super::insert_class(tx, &class)?)).unwrap();
        }
        let due = super::tasks_due(file.connection()).unwrap();
        let due: Vec<&str> = due.iter().map(|task| task.task.as_str()).collect();
        assert_eq!(due, ["Tài liệu", "Hội trường"]);
    }
}
