//! What is done to many classes at once.

use uuid::Uuid;

use super::{class, update_class};
use crate::file::Tx;
use crate::training::model::ClassChange;

/// Changes these classes; how many were changed. Sessions and things to prepare move with their days.
///
/// # Errors
/// Whatever SQLite answers.
pub fn change_classes(tx: &Tx, classes: &[Uuid], change: &ClassChange) -> rusqlite::Result<usize> {
    let mut changed = 0;
    for &id in classes {
        let Some(mut known) = class(tx, id)?.map(|class| class.known) else { continue };
        if change.apply(&mut known) {
            update_class(tx, id, &known)?;
            changed += 1;
        }
    }
    Ok(changed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{FileError, Who};
    use crate::training::model::{ClassState, NewClass, Preparation, Session};
    use crate::training::store::insert_class;

    #[test]
    fn sessions_and_what_is_to_be_prepared_move_with_the_classes_in_one_write() {
        let folder = tempfile::tempdir().unwrap();
        let mut file = crate::office::create(&folder.path().join("a.duluan"), Who::default()).unwrap();
        let day = |text: &str| text.parse().ok();
        let known = NewClass {
            title: "Lớp".into(),
            date_from: day("2026-12-10"),
            date_to: day("2026-12-11"),
            sessions: vec![Session {
                on: day("2026-12-11"), content: "Bế mạc".into(), ..Session::default()
            }],
            preparation: vec![Preparation {
                task: "Hội trường".into(),
                due_on: day("2026-12-08"),
                ..Preparation::default()
            }],
            ..NewClass::default()
        };
        let held = NewClass { state: ClassState::Held, title: "Đã xong".into(), ..known.clone() };
        let ids = file
            .write("add", |tx| Ok::<_, FileError>([insert_class(tx, &known)?, insert_class(tx, &held)?]))
            .unwrap()
            .value;
        let change = ClassChange { place: "Nhà văn hóa".into(), days: 7, ..ClassChange::default() };
        let changed =
            file.write("class-many", |tx| Ok::<_, FileError>(change_classes(tx, &ids, &change)?)).unwrap();
        assert_eq!(changed.value, 2);
        let read = |file: &crate::file::OfficeFile, at: usize| {
            class(file.connection(), ids[at]).unwrap().unwrap().known
        };
        let moved = read(&file, 0);
        assert_eq!((moved.date_from, moved.date_to), (day("2026-12-17"), day("2026-12-18")));
        assert_eq!(
            (moved.sessions[0].on, moved.preparation[0].due_on),
            (day("2026-12-18"), day("2026-12-15"))
        );
        let held = read(&file, 1);
        assert_eq!((held.place.as_str(), held.sessions[0].on), ("Nhà văn hóa", day("2026-12-11")));
        let again =
            file.write("class-many", |tx| Ok::<_, FileError>(change_classes(tx, &ids[1..], &change)?));
        assert_eq!(again.unwrap().value, 0, "it is so already");
    }
}
