//! The forms of a session and of a thing to prepare.

use uuid::Uuid;

use crate::screen::Moment;
use crate::screen::form::{Field, Form, Said};
use crate::training::labels;
use crate::training::model::{Class, DayPart, Preparation, Session, read_hours};
use crate::words::Words;

pub(super) fn session(class: Option<&Class>, id: Option<Uuid>, moment: &Moment) -> Form {
    let words = moment.words;
    let sessions = class.map(|class| class.known.sessions.as_slice()).unwrap_or_default();
    let known = sessions.iter().find(|session| id.is_some() && session.id == id).cloned();
    // A new one goes on where the last one stood.
    let known = known.unwrap_or_else(|| {
        let last = sessions.last();
        Session {
            on: last.and_then(|last| last.on).or_else(|| class.and_then(|class| class.known.date_from)),
            part: last.map(|last| last.part).unwrap_or_default(),
            hall: last.map(|last| last.hall.clone()).unwrap_or_default(),
            ..Session::default()
        }
    });
    let parts = DayPart::ALL
        .iter()
        .map(|&part| {
            let name =
                if part == DayPart::Unknown { words.roster_form_unsaid() } else { labels::part(words, part) };
            (part.id(), name.to_owned())
        })
        .collect();
    let hours = match (known.time_from.as_str(), known.time_to.as_str()) {
        (from, "") => from.to_owned(),
        (from, to) => format!("{from}-{to}"),
    };
    let fields = vec![
        Field::day("on", words.training_form_day())
            .value(&known.on.map(|on| words.day(on)).unwrap_or_default()),
        Field::choice("part", words.training_form_part(), parts).value(known.part.id()),
        Field::text("hours", words.training_form_hours())
            .check(check_hours)
            .help(words.training_form_hours_help())
            .value(&hours),
        Field::long("content", words.training_form_content(), 2, 6).required().value(&known.content),
        Field::text("speaker", words.training_form_speaker())
            .help(words.training_form_speaker_help())
            .value(&known.speaker),
        Field::text("hall", words.training_form_hall()).value(&known.hall),
    ];
    let title = if id.is_none() { words.training_form_session_new() } else { words.training_form_session() };
    let form = Form::new(title, fields, moment).note(class.map_or("", |class| &class.known.title));
    if id.is_none() { form.chain().begin_at("hours") } else { form }
}

fn check_hours(text: &str, words: &Words) -> Option<Said> {
    read_hours(text).is_none().then(|| Said::Wrong(words.training_form_hours_wrong().to_owned()))
}

pub(super) fn read_session(form: &Form, id: Option<Uuid>) -> Session {
    let (time_from, time_to) = read_hours(&form.text("hours")).unwrap_or_default();
    // The part comes from the session before; hours say it better.
    let part = match time_from.as_str() {
        "" => DayPart::from_id(&form.text("part")),
        from if from < "12:00" => DayPart::Morning,
        from if from < "17:30" => DayPart::Afternoon,
        _ => DayPart::Evening,
    };
    Session {
        id,
        on: form.day("on"),
        part,
        time_from,
        time_to,
        content: form.text("content"),
        speaker: form.text("speaker"),
        hall: form.text("hall"),
    }
}

pub(super) fn task(class: Option<&Class>, id: Option<Uuid>, moment: &Moment) -> Form {
    let words = moment.words;
    let tasks = class.map(|class| class.known.preparation.as_slice()).unwrap_or_default();
    let known = tasks.iter().find(|task| id.is_some() && task.id == id).cloned().unwrap_or_default();
    let fields = vec![
        Field::text("task", words.training_form_task())
            .required()
            .help(words.training_form_task_help())
            .value(&known.task),
        Field::text("owner", words.training_form_owner()).value(&known.owner),
        Field::day("due_on", words.training_form_due())
            .help(words.training_form_due_help())
            .value(&known.due_on.map(|on| words.day(on)).unwrap_or_default()),
        Field::flag("done", words.training_form_done()).value(if known.done { "1" } else { "" }),
    ];
    let title = if id.is_none() { words.training_form_task_new() } else { words.training_form_task_edit() };
    let form = Form::new(title, fields, moment).note(class.map_or("", |class| &class.known.title));
    if id.is_none() { form.chain() } else { form }
}

pub(super) fn read_task(form: &Form, id: Option<Uuid>) -> Preparation {
    Preparation {
        id,
        task: form.text("task"),
        owner: form.text("owner"),
        due_on: form.day("due_on"),
        done: form.flag("done"),
    }
}
