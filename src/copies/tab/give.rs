//! Sending a bundle: what goes out, for whom, whether masked and closed, and where it is written.

use std::path::PathBuf;

use uuid::Uuid;

use super::{Command, Effects, Query, State, Window, merge};
use crate::file::FileError;
use crate::file::bundle::{Bundled, Choice};
use crate::file::seal::Passphrase;
use crate::inbox::rows::{COUNT_LIMIT, Eyes};
use crate::office::problem;
use crate::screen::form::{Field, Form, Pick, Picked, Said, Step};
use crate::screen::popup::Confirm;
use crate::screen::{Action, Effect, Moment, Notice, Selection};
use crate::words::Words;

/// A bundle that is being put together.
#[derive(Debug)]
pub struct Giving {
    /// The form.
    pub form: Form,
    /// Items that can be meant.
    items: Items,
    /// It was handed over, and nothing more is taken until the answer comes.
    handed: bool,
}

impl Giving {
    /// It takes keys again.
    pub(super) fn answered(&mut self) {
        self.handed = false;
    }
}

/// Items that can be meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// Those that are marked, or the one under the cursor.
    pub chosen: Vec<Uuid>,
    /// They are marked; otherwise it is the one under the cursor.
    pub marked: bool,
    /// The filter the list shows, for whose eyes, and how many it finds.
    pub listed: Option<(String, Eyes, u64)>,
}

/// What the form is made with.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// Items.
    pub items: Items,
    /// Offices whose files came in here.
    pub offices: Vec<(Uuid, String)>,
    /// A path nothing lies at yet.
    pub path: String,
}

/// What goes out.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// Rows that are known.
    Chosen(Choice),
    /// The items a filter finds.
    Listed(String, Eyes),
}

/// A bundle as it is ordered.
#[derive(Clone, Debug, PartialEq)]
pub struct Order {
    /// What goes out.
    pub what: What,
    /// What tells who somebody is stays out.
    pub redact: bool,
    /// Closes it.
    pub passphrase: Option<Passphrase>,
    /// Where it is written, as typed.
    pub out: String,
}

/// What became of an order.
#[derive(Debug)]
pub enum Given {
    /// It would hold this; it would be written here.
    Plan(Box<Order>, Bundled, PathBuf),
    /// It was written here. True when it is closed.
    Written(Bundled, PathBuf, bool),
    /// It was not, and why.
    Refused(PathBuf, FileError),
}

/// Reads what the form is made with.
pub(super) fn ask(selection: Selection, moment: &Moment) -> Effects {
    let eyes = Eyes {
        mark: moment.settings.mark.clone(),
        person: moment.settings.person.clone(),
        today: moment.today(),
    };
    let prefix = moment.settings.prefix.clone();
    vec![Effect::ReadNow(Query::Offer(Box::new((selection, eyes, prefix))))]
}

/// Opens the form.
pub(super) fn open(state: &mut State, offer: Offer, moment: &Moment) {
    let form = form(&offer, moment);
    state.giving = Some(Giving { form, items: offer.items, handed: false });
    reveal(state);
}

fn form(offer: &Offer, moment: &Moment) -> Form {
    let words = moment.words;
    let Items { chosen, marked, listed } = &offer.items;
    let mut what = Vec::new();
    match chosen.len() {
        0 => {}
        count if *marked => what.push(("chosen", words.copies_give_marked(words.number(count as i64)))),
        _ => what.push(("chosen", words.copies_give_current().to_owned())),
    }
    if let Some((_, _, count)) = listed {
        let shown = words.number((*count).min(COUNT_LIMIT - 1) as i64);
        let more = if *count < COUNT_LIMIT { "" } else { "+" };
        what.push(("listed", words.copies_give_listed(format!("{shown}{more}"))));
    }
    if !offer.offices.is_empty() {
        what.push(("new", words.copies_give_new().to_owned()));
    }
    what.push(("roster", words.copies_give_roster().to_owned()));
    what.push(("all", words.copies_give_all().to_owned()));
    // Marked items are meant; without them what is new goes to the office that waits for it.
    let first = if *marked {
        "chosen"
    } else if offer.offices.is_empty() {
        what.first().map_or("all", |(id, _)| id)
    } else {
        "new"
    };
    let offices = offer.offices.iter().map(|(id, name)| Picked::row(*id, name, ""));
    let mut office = Field::pick("office", words.copies_give_office(), Pick::among(offices))
        .help(words.copies_give_office_hint())
        .required()
        .hidden();
    if let [(id, name)] = offer.offices.as_slice() {
        office = office.chosen(vec![Picked::row(*id, name, "")]);
    }
    let fields = vec![
        Field::choice("what", words.copies_give_what(), what)
            .help(words.copies_give_what_hint())
            .value(first),
        office,
        Field::flag("redact", words.copies_give_redact()).help(words.copies_give_redact_hint()).hidden(),
        Field::secret("passphrase", words.copies_give_passphrase())
            .heading(words.copies_give_closing())
            .help(words.copies_give_passphrase_hint(Passphrase::SHORTEST as i64)),
        Field::secret("again", words.copies_give_again()).help(words.copies_give_again_hint()),
        Field::text("out", words.copies_give_out())
            .heading(words.copies_give_where())
            .help(words.copies_give_out_hint())
            .required()
            .value(&offer.path),
    ];
    Form::new(words.copies_give(), fields, moment).note(words.copies_give_note())
}

/// Only what goes with the choice is asked.
fn reveal(state: &mut State) {
    let Some(Giving { form, .. }) = &mut state.giving else { return };
    let what = form.text("what");
    form.reveal("office", what == "new");
    form.reveal("redact", what != "roster");
}

/// Passes an action to the form.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(giving) = &mut state.giving else { return Effect::unused() };
    if giving.handed && *action != Action::Back {
        return Effect::none();
    }
    match giving.form.update(action, moment) {
        Step::Leave => {
            state.giving = None;
            return state.left_alone();
        }
        Step::Left(_) => reveal(state),
        Step::Save => return order(state, moment),
        Step::Copy(text) => return vec![Effect::Copy(text)],
        Step::Unused => return Effect::unused(),
        _ => {}
    }
    Effect::none()
}

/// Looks what the bundle would hold.
fn order(state: &mut State, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some(Giving { form, items, handed }) = &mut state.giving else { return Effect::none() };
    let (typed, again) = (form.text("passphrase"), form.text("again"));
    let wrong = if typed.is_empty() && again.is_empty() {
        None
    } else if typed.chars().count() < Passphrase::SHORTEST {
        Some(("passphrase", words.copies_give_short(Passphrase::SHORTEST as i64)))
    } else if typed != again {
        Some(("again", words.copies_give_differs().to_owned()))
    } else {
        None
    };
    if let Some((field, said)) = wrong {
        form.say(field, Said::Wrong(said));
        form.go_to(field);
        return Effect::none();
    }
    let what = match (form.text("what").as_str(), &items.listed) {
        ("chosen", _) => What::Chosen(Choice::Items(items.chosen.clone())),
        ("listed", Some((filter, eyes, _))) => What::Listed(filter.clone(), eyes.clone()),
        ("new", _) => What::Chosen(Choice::NewFor(form.id("office").unwrap_or_default())),
        ("roster", _) => What::Chosen(Choice::Roster),
        // For an office whose file was never in, everything is new.
        _ => What::Chosen(Choice::NewFor(Uuid::nil())),
    };
    let order = Order {
        redact: form.flag("redact") && what != What::Chosen(Choice::Roster),
        what,
        passphrase: (!typed.is_empty()).then(|| Passphrase::new(&typed)),
        out: form.text("out"),
    };
    *handed = true;
    vec![Effect::Beside(Command::PlanGive(Box::new(order)))]
}

/// Writes it.
pub(super) fn write(state: &mut State, order: Box<Order>) -> Effects {
    if let Some(giving) = &mut state.giving {
        giving.handed = true;
    }
    vec![Effect::Beside(Command::Give(order))]
}

pub(super) fn receive(state: &mut State, given: Given, moment: &Moment) -> Effects {
    let words = moment.words;
    // Whoever left the form meanwhile wants no bundle; one that is written is told all the same.
    if let Some(giving) = &mut state.giving {
        giving.handed = false;
    } else if !matches!(given, Given::Written(..)) {
        return Effect::none();
    }
    match given {
        Given::Plan(order, mut bundled, path) => {
            if bundled.rows == 0 {
                return vec![Effect::Notify(Notice::note(words.copies_give_nothing()))];
            }
            let mut lines = vec![words.copies_give_holds().to_owned()];
            bundled.by_table.sort_by_key(|(table, _)| !MEANT.contains(table));
            lines.extend(merge::kinds(words, &bundled.by_table));
            if order.redact {
                lines.push(words.copies_give_redacted().to_owned());
            }
            let closed = order.passphrase.is_some();
            lines.push(if closed { words.copies_give_closed() } else { words.copies_give_open() }.to_owned());
            lines.push(words.copies_give_goes_to(shown(&path)));
            state.window = Some(Window::GiveNow(Confirm::new(words.copies_give(), lines.join("\n"), order)));
        }
        Given::Written(bundled, path, closed) => {
            state.giving = None;
            let mut lines = vec![words.copies_given(shown(&path))];
            let rows = words.number(bundled.rows as i64);
            lines.push(words.copies_given_size(rows, size(words, bundled.bytes)));
            if closed {
                lines.push(words.copies_give_other_way().to_owned());
            }
            lines.push(words.copies_given_next().to_owned());
            state.window = Some(Window::Told(Confirm::new(words.copies_give(), lines.join("\n"), ())));
        }
        Given::Refused(_, error) if error.is_interrupted() => {
            return vec![Effect::Notify(Notice::note(words.copies_give_cancelled()))];
        }
        Given::Refused(path, error) => {
            let said = problem::describe(words, &path, &error);
            if let Some(giving) = &mut state.giving {
                giving.form.say("out", Said::Wrong(said.clone()));
                giving.form.go_to("out");
            }
            return vec![Effect::Notify(Notice::problem(said))];
        }
    }
    Effect::none()
}

pub(super) fn shown(path: &std::path::Path) -> String {
    crate::text::for_terminal(&path.display().to_string()).into_owned()
}

/// Kinds a bundle is sent for; what they refer to comes after them.
const MEANT: &[&str] = &["report", "item", "collaborator", "class", "synthesis"];

/// A size as people read it.
fn size(words: &Words, bytes: u64) -> String {
    let kilobytes = i64::try_from(bytes.div_ceil(1024)).unwrap_or(i64::MAX);
    if kilobytes < 10_240 {
        words.copies_kilobytes(words.number(kilobytes))
    } else {
        words.copies_megabytes(words.number(kilobytes / 1024))
    }
}
