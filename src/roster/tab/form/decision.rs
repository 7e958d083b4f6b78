//! The form of a decision about one or more collaborators.

use super::person::Wrong;
use super::{Asked, Material, Open, units};
use crate::roster::labels;
use crate::roster::model::{Decision, DecisionKind, DecisionProblem, Roster};
use crate::roster::tab::Command;
use crate::screen::Moment;
use crate::screen::form::{Field, Form, Step};
use crate::words::Words;

/// The kinds in the order offices need them.
const KINDS: [DecisionKind; 6] = [
    DecisionKind::End,
    DecisionKind::Renew,
    DecisionKind::Move,
    DecisionKind::Pause,
    DecisionKind::Appoint,
    DecisionKind::Commend,
];

pub(super) fn open(material: Material, roster: &Roster, moment: &Moment) -> Open {
    let words = moment.words;
    let title = match &material.asked {
        Asked::Decision(people) => about(people, roster, words),
        _ => String::new(),
    };
    let kinds = KINDS.iter().map(|&kind| (kind.id(), labels::decision(words, kind).to_owned())).collect();
    let fields = vec![
        Field::choice("kind", words.roster_decision_kind(), kinds),
        Field::day("on", words.roster_decision_on())
            .required()
            .help(words.roster_decision_on_help())
            .value(&words.day(moment.today())),
        Field::text("number", words.roster_column_decision()).help(words.roster_form_decision_help()),
        Field::day("dated", words.roster_column_decision_date()),
        Field::day("term_to", words.roster_decision_term_to()).hidden(),
        Field::pick("unit", words.roster_decision_unit(), units(roster, words))
            .hidden()
            .help(words.roster_decision_unit_help()),
        Field::text("post", words.roster_decision_post()).hidden(),
        Field::long("reason", words.roster_decision_reason(), 2, 5).help(words.roster_decision_reason_help()),
    ];
    Open::about(material.asked, Form::new(title, fields, moment))
}

/// The people a form is about: the name of one, the number of many.
fn about(people: &[uuid::Uuid], roster: &Roster, words: &Words) -> String {
    match people {
        [one] => words.roster_decision_of(roster.named(*one).map_or("", |person| &person.full_name)),
        many => words.roster_decision_of_many(many.len() as i64),
    }
}

/// Shows the fields that go with the kind.
pub(super) fn watch(_step: &Step, open: &mut Open) {
    let kind = DecisionKind::from_id(&open.form.text("kind"));
    open.form.reveal("term_to", kind == DecisionKind::Renew);
    open.form.reveal("unit", kind == DecisionKind::Move);
    open.form.reveal("post", kind == DecisionKind::Move);
}

pub(super) fn save(open: &mut Open, moment: &Moment) -> Result<Command, Wrong> {
    let Asked::Decision(people) = &open.asked else { return Err(("kind", String::new())) };
    let form = &open.form;
    let kind = DecisionKind::from_id(&form.text("kind"));
    let moves = kind == DecisionKind::Move;
    let decision = Decision {
        kind,
        on: form.day("on"),
        number: form.text("number"),
        dated: form.day("dated"),
        term_to: form.day("term_to").filter(|_| kind == DecisionKind::Renew),
        unit: form.id("unit").filter(|_| moves),
        post: if moves { form.text("post") } else { String::new() },
        reason: form.text("reason"),
    };
    match decision.problem() {
        None => Ok(Command::Decide { people: people.clone(), decision: Box::new(decision) }),
        Some(DecisionProblem::TermReversed) => {
            Err(("term_to", moment.words.roster_form_term_reversed().to_owned()))
        }
        Some(DecisionProblem::NothingCommended) => {
            Err(("reason", moment.words.roster_decision_reason_missing().to_owned()))
        }
    }
}
