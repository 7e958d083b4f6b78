//! Matters that go on for weeks in one commune and are gathered under an issue.

use chrono::{Days, NaiveDate};
use uuid::Uuid;

use super::DemoError;
use super::chance::Chance;
use super::matters::Story;
use super::places::Commune;
use super::reports::Office;
use super::template::Scene;
use crate::file::Tx;
use crate::inbox::store::{NewIssue, insert_issue};

/// A matter that goes on.
#[derive(Clone, Debug)]
pub struct Thread {
    /// Number of the story.
    pub story: usize,
    /// Number of the commune.
    pub commune: usize,
    /// Number of the base unit.
    pub base: usize,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Its issue.
    pub issue: Uuid,
}

/// The issue that was answered while it goes on, by its turn.
const ANSWERED: usize = 3;

/// Enters issues for an office with `reports` reports over the days from `first`: one hot spot and two risks that go on now,
/// the others anywhere in time.
///
/// # Errors
/// [`DemoError`] when the file refuses.
pub fn enter(
    tx: &Tx,
    office: &Office,
    reports: usize,
    first: NaiveDate,
    chance: &mut Chance,
) -> Result<Vec<Thread>, DemoError> {
    let can: Vec<usize> =
        (0..office.stories.len()).filter(|&story| office.stories[story].issue.is_some()).collect();
    let mut threads: Vec<Thread> = Vec::new();
    let wanted = (reports / 40).clamp(1, 300);
    // Not every story happens in every place and season: a few tries for each issue.
    for _ in 0..wanted * 20 {
        if threads.len() == wanted {
            break;
        }
        let turn = threads.len();
        let Some(story) = story_of_turn(office, &can, turn, chance) else {
            break;
        };
        let (from, to) = span(office.today, first, turn, chance);
        let commune = chance.below(office.places.commune.len());
        let known = office.places.commune.get(commune);
        let fits = known.is_some_and(|known| office.stories[story].fits(known.setting, from));
        let again =
            threads.iter().any(|other| other.story == story && (other.commune == commune || wanted < 30));
        let (Some(known), true, false) = (known, fits, again) else {
            continue;
        };
        let base = chance.below(known.bases.len());
        let found = (from, to, base, turn);
        let issue = entered(tx, office, &office.stories[story], known, found, chance)?;
        threads.push(Thread { story, commune, base, from, to, issue });
    }
    Ok(threads)
}

/// The first issue is the hot spot, the next two are risks.
fn story_of_turn(office: &Office, can: &[usize], turn: usize, chance: &mut Chance) -> Option<usize> {
    let wanted = match turn {
        0 => "hot_spot",
        1 | 2 => "risk",
        _ => "",
    };
    let grade = |story: usize| office.stories[story].issue.as_ref().map_or("", |issue| issue.grade.as_str());
    let fitting: Vec<usize> = can
        .iter()
        .copied()
        .filter(|&story| if wanted.is_empty() { grade(story) != "hot_spot" } else { grade(story) == wanted })
        .collect();
    chance.pick(&fitting).copied()
}

fn span(today: NaiveDate, first: NaiveDate, turn: usize, chance: &mut Chance) -> (NaiveDate, NaiveDate) {
    let days = |low, high, chance: &mut Chance| Days::new(chance.between(low, high).unsigned_abs());
    match turn {
        0 => (today - days(16, 22, chance), today),
        1..=4 => (today - days(25, 70, chance), today),
        _ => {
            let from =
                first + Days::new(chance.below((today - first).num_days().max(31) as usize - 30) as u64);
            (from, (from + days(25, 80, chance)).min(today))
        }
    }
}

fn entered(
    tx: &Tx,
    office: &Office,
    story: &Story,
    commune: &Commune,
    (from, to, base, turn): (NaiveDate, NaiveDate, usize, usize),
    chance: &mut Chance,
) -> Result<Uuid, DemoError> {
    let Some(seed) = &story.issue else {
        return Err(DemoError::Data { file: story.topic.clone(), reason: String::new() });
    };
    let full_name = commune.full_name();
    let mut scene = Scene { day: from, ..office.scene(commune, &full_name, base, chance) };
    let settled = to + Days::new(25) < office.today && !seed.answer.is_empty();
    let state = match () {
        () if settled => "settled",
        () if from + Days::new(12) > office.today => "new",
        () => "handling",
    };
    let settled_on = settled.then(|| to + Days::new(chance.between(2, 15).unsigned_abs()));
    // One that goes on was answered in time; the others wait, some too long.
    let in_time = (turn == ANSWERED && !seed.answer.is_empty()).then(|| from + Days::new(16));
    let answered_on = settled_on.or(in_time);
    Ok(insert_issue(
        tx,
        &NewIssue {
            title: seed.title.fill(&mut scene, chance),
            grade: seed.grade.clone(),
            state: state.to_owned(),
            arisen_on: Some(from),
            place: format!("{}, {full_name}", scene.base),
            cause: seed.cause.clone(),
            lead_body: seed.lead.fill(&mut scene, chance),
            answer_due: Some(from + Days::new(30)),
            answer: if answered_on.is_some() { seed.answer.clone() } else { String::new() },
            answered_on,
            topic: office.topics.get(&story.topic).copied(),
        },
    )?)
}
