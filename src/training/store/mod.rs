//! SQL of classes and meetings.

mod read;
mod write;

pub use read::{class, class_by_title, class_lines, classes_of};
pub use write::{add_participant, insert_class, set_class_state, set_preparation_done};

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
        assert_eq!(read.known, class);
        let line = super::class_lines(file.connection()).unwrap().remove(0);
        assert_eq!((line.participants, line.open_tasks, line.tasks), (1, 1, 1));
        assert_eq!(super::class_by_title(file.connection(), "GIAO BAN QUÝ IV", None).unwrap(), Some(id));
        assert_eq!(
            super::class_by_title(file.connection(), "Giao ban quý IV", day("2026-07-01")).unwrap(),
            None
        );
    }
}
