//! The papers of the class under the cursor: what each lacks, written one by one or several into a folder, read before.

use std::collections::BTreeSet;
use std::path::PathBuf;

use uuid::Uuid;

use super::{Command, Effects, Query, State};
use crate::exchange::paper::pages::{Page, sheets};
use crate::screen::keys::{popup, training as keys};
use crate::screen::popup::{Confirm, Outcome, Prompt};
use crate::screen::preview::{Preview, columns};
use crate::screen::{Action, Effect, Moment, Notice, Place};
use crate::training::papers::print::PrintError;
use crate::training::papers::{Gap, PaperKind, labels};
use crate::words::Words;

/// A paper that can be written here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// Of the class.
    Of(PaperKind),
    /// The plan of a year.
    Year(i32),
    /// The calendar (.ics) of the class.
    Calendar,
    /// The calendar of all classes and meetings.
    CalendarOfAll,
}

impl Which {
    /// It is a calendar, not a paper.
    pub fn is_calendar(self) -> bool {
        matches!(self, Self::Calendar | Self::CalendarOfAll)
    }
}

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperLine {
    /// The paper.
    pub which: Which,
    /// What it lacks.
    pub gaps: Vec<Gap>,
    /// It cannot be written.
    pub stopped: bool,
    /// Name of its file.
    pub file: String,
}

impl PaperLine {
    /// Its name.
    pub fn name(&self, words: &Words) -> String {
        match self.which {
            Which::Of(kind) => labels::paper(words, kind).to_owned(),
            Which::Year(year) => words.training_paper_year(year.to_string()),
            Which::Calendar => words.training_calendar_one().to_owned(),
            Which::CalendarOfAll => words.training_calendar_all().to_owned(),
        }
    }
}

/// What to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    /// The class.
    pub class: Option<Uuid>,
    /// Which papers.
    pub which: Vec<Which>,
    /// The file of one, the folder of several.
    pub path: PathBuf,
    /// Over a file that is there.
    pub over: bool,
    /// Day of the papers.
    pub today: chrono::NaiveDate,
}

/// What became of it.
#[derive(Debug)]
pub struct Printed {
    /// What was to be written.
    pub print: Print,
    /// Files that were written.
    pub written: Vec<PathBuf>,
    /// Papers that were not, and why.
    pub failed: Vec<(Which, PrintError)>,
}

/// A window over the list.
#[derive(Debug)]
enum Over {
    /// The file, or the folder of several.
    Path(Prompt<Vec<Which>>),
    /// Whether to write over a file.
    Exists(Confirm<Print>),
    /// A paper that is read.
    Preview(Preview, Vec<Page>),
}

/// The open list.
#[derive(Debug)]
pub struct Papers {
    /// The class, its title.
    pub of: Option<(Uuid, String)>,
    /// The papers.
    pub lines: Vec<PaperLine>,
    /// The line under the cursor.
    pub cursor: usize,
    /// Lines that are marked.
    pub marked: BTreeSet<usize>,
    over: Option<Over>,
}

impl Papers {
    /// Where the keys go.
    pub fn place(&self) -> &'static Place {
        match &self.over {
            Some(Over::Path(_)) => &popup::PATH,
            Some(Over::Exists(_)) => &popup::CONFIRM,
            Some(Over::Preview(..)) => &popup::PREVIEW,
            None => &keys::PAPERS,
        }
    }

    /// The line under the cursor.
    pub fn current(&self) -> Option<&PaperLine> {
        self.lines.get(self.cursor)
    }

    /// The pages that are read.
    pub fn preview(&self) -> Option<&Preview> {
        if let Some(Over::Preview(preview, _)) = &self.over { Some(preview) } else { None }
    }

    /// The question over the list.
    pub fn prompt(&self) -> Option<&Prompt<Vec<Which>>> {
        if let Some(Over::Path(prompt)) = &self.over { Some(prompt) } else { None }
    }

    /// Whether to write over a file.
    pub fn confirm(&self) -> Option<&Confirm<Print>> {
        if let Some(Over::Exists(confirm)) = &self.over { Some(confirm) } else { None }
    }

    fn class(&self) -> Option<Uuid> {
        self.of.as_ref().map(|(id, _)| *id)
    }
}

/// Asks for the papers of the class under the cursor, and of its year.
pub(super) fn ask(state: &State) -> Effects {
    let year = state.month.map_or_else(|| chrono::Datelike::year(&state.today), |month| month.year);
    vec![Effect::ReadNow(Query::Papers(state.class.as_ref().map(|class| class.id), year))]
}

/// Asks for the paper of a year alone.
pub(super) fn ask_year(year: i32) -> Effects {
    vec![Effect::ReadNow(Query::Papers(None, year))]
}

/// Asks for the papers to save the calendar, of the class under the cursor where there is one.
pub(super) fn ask_calendar(state: &mut State) -> Effects {
    state.calendar_wanted = true;
    ask(state)
}

/// Opens the list, or fills it anew.
pub(super) fn open(
    state: &mut State,
    of: Option<(Uuid, String)>,
    lines: Vec<PaperLine>,
    moment: &Moment,
) -> Effects {
    let before = state.papers.take().filter(|papers| papers.of == of);
    state.papers = Some(match before {
        Some(papers) => Papers { lines, ..papers },
        None => Papers { of, lines, cursor: 0, marked: BTreeSet::new(), over: None },
    });
    if std::mem::take(&mut state.calendar_wanted)
        && let Some(papers) = &mut state.papers
        && let Some(at) = papers.lines.iter().position(|line| line.which.is_calendar())
    {
        papers.cursor = at;
        return ask_path_of_current(papers, moment);
    }
    Effect::none()
}

/// Another size of the window.
pub(super) fn resize(state: &mut State, moment: &Moment) {
    if let Some(Papers { over: Some(Over::Preview(preview, pages)), .. }) = &mut state.papers {
        preview.lay_out(sheets(pages, columns(moment.width)));
    }
}

/// The list, or what is over it, has the keys.
pub(super) fn update(state: &mut State, action: &Action, moment: &Moment) -> Effects {
    let Some(papers) = &mut state.papers else { return Effect::unused() };
    match papers.over.take() {
        Some(over) => update_over(papers, over, action, moment),
        None => match action {
            Action::Back => {
                state.papers = None;
                Effect::none()
            }
            _ => list(papers, action, moment),
        },
    }
}

fn list(papers: &mut Papers, action: &Action, moment: &Moment) -> Effects {
    let last = papers.lines.len().saturating_sub(1);
    let page = usize::from(moment.height / 2).max(1);
    match action {
        Action::Up => papers.cursor = papers.cursor.saturating_sub(1),
        Action::Down => papers.cursor = (papers.cursor + 1).min(last),
        Action::PageUp => papers.cursor = papers.cursor.saturating_sub(page),
        Action::PageDown => papers.cursor = (papers.cursor + page).min(last),
        Action::Home => papers.cursor = 0,
        Action::End => papers.cursor = last,
        Action::Mark => {
            if !papers.marked.remove(&papers.cursor) {
                papers.marked.insert(papers.cursor);
            }
            papers.cursor = (papers.cursor + 1).min(last);
        }
        Action::MarkAll => {
            let ready: BTreeSet<usize> = (0..papers.lines.len())
                .filter(|at| !papers.lines[*at].stopped && !papers.lines[*at].which.is_calendar())
                .collect();
            papers.marked = if papers.marked == ready { BTreeSet::new() } else { ready };
        }
        Action::Open => return ask_path(papers, moment),
        Action::Preview => return preview(papers, moment),
        _ => return Effect::unused(),
    }
    Effect::none()
}

/// What keeps a paper from being written, told.
fn stopped(line: &PaperLine, words: &Words) -> Effects {
    let said = match line.which {
        Which::Of(kind) => {
            let stops: Vec<Gap> = line.gaps.iter().copied().filter(|gap| gap.stops(kind)).collect();
            words.training_papers_stopped(line.name(words), labels::gaps(words, &stops))
        }
        Which::Year(year) => words.training_papers_year_empty(year.to_string()),
        Which::Calendar | Which::CalendarOfAll => words.training_calendar_nothing().to_owned(),
    };
    vec![Effect::Notify(Notice::problem(said))]
}

fn ask_path(papers: &mut Papers, moment: &Moment) -> Effects {
    let words = moment.words;
    let Some(line) = papers.current() else { return Effect::unused() };
    let prompt = if papers.marked.is_empty() {
        if line.stopped {
            return stopped(line, words);
        }
        let (title, file) = (line.name(words), line.file.clone());
        let question = if line.which.is_calendar() {
            words.training_calendar_file()
        } else {
            words.training_papers_file()
        };
        Prompt::new(title, question, &file, vec![line.which])
    } else {
        let which: Vec<Which> =
            papers.marked.iter().filter_map(|at| papers.lines.get(*at)).map(|line| line.which).collect();
        let question = words.training_papers_folder(which.len() as i64);
        Prompt::new(words.training_papers(), question, words.training_papers_folder_name(), which)
    };
    papers.over = Some(Over::Path(prompt));
    Effect::none()
}

fn preview(papers: &Papers, moment: &Moment) -> Effects {
    let Some(line) = papers.current() else { return Effect::unused() };
    if line.stopped {
        return stopped(line, moment.words);
    }
    if line.which.is_calendar() {
        return vec![Effect::Notify(Notice::note(moment.words.training_calendar_no_pages()))];
    }
    let print = Print {
        class: papers.class(),
        which: vec![line.which],
        path: PathBuf::new(),
        over: false,
        today: moment.today(),
    };
    vec![Effect::ReadNow(Query::Pages(print))]
}

fn update_over(papers: &mut Papers, over: Over, action: &Action, moment: &Moment) -> Effects {
    match over {
        Over::Path(mut prompt) => match prompt.update(action) {
            Outcome::Chosen((_, path)) if path.is_empty() => papers.over = Some(Over::Path(prompt)),
            Outcome::Chosen((which, path)) => {
                let path = if which.len() == 1 && papers.marked.is_empty() {
                    file_path(&path, which.iter().any(|one| one.is_calendar()))
                } else {
                    PathBuf::from(path.trim_matches(['"', '\'']))
                };
                let print = Print { class: papers.class(), which, path, over: false, today: moment.today() };
                return vec![Effect::Read(Query::Print(print, !papers.marked.is_empty()))];
            }
            Outcome::Cancelled => {}
            Outcome::Open => papers.over = Some(Over::Path(prompt)),
            Outcome::Unused => {
                papers.over = Some(Over::Path(prompt));
                return Effect::unused();
            }
        },
        Over::Exists(confirm) => match confirm.update(action) {
            Outcome::Chosen(print) => {
                return vec![Effect::Read(Query::Print(Print { over: true, ..print }, false))];
            }
            Outcome::Cancelled => {}
            Outcome::Open | Outcome::Unused => {
                papers.over = Some(Over::Exists(confirm));
                return Effect::unused();
            }
        },
        Over::Preview(mut preview, pages) => {
            if matches!(action, Action::Back) {
                return Effect::none();
            }
            let known = preview.update(action, moment.height);
            papers.over = Some(Over::Preview(preview, pages));
            if matches!(action, Action::Open) {
                papers.over = None;
                return ask_path_of_current(papers, moment);
            }
            if !known {
                return Effect::unused();
            }
        }
    }
    Effect::none()
}

/// Saves the paper that was read, whatever is marked.
fn ask_path_of_current(papers: &mut Papers, moment: &Moment) -> Effects {
    papers.marked.clear();
    ask_path(papers, moment)
}

/// The file a person meant: without an ending that is known it is a Word file.
fn file_path(typed: &str, calendar: bool) -> PathBuf {
    let typed = typed.trim().trim_matches(['"', '\'']);
    if calendar {
        let known = typed.to_lowercase().ends_with(".ics");
        return PathBuf::from(if known { typed.to_owned() } else { format!("{typed}.ics") });
    }
    let known = [".docx", ".txt", ".md"].iter().any(|ending| typed.to_lowercase().ends_with(ending));
    if known { PathBuf::from(typed) } else { PathBuf::from(format!("{typed}.docx")) }
}

/// Pages arrived to be read, or why there are none.
pub(super) fn pages(
    state: &mut State,
    which: Which,
    pages: Result<Vec<Page>, PrintError>,
    moment: &Moment,
) -> Effects {
    let Some(papers) = &mut state.papers else { return Effect::none() };
    match pages {
        Ok(pages) => {
            let title = papers.current().map(|line| line.name(moment.words)).unwrap_or_default();
            let preview = Preview::new(title, sheets(&pages, columns(moment.width)));
            papers.over = Some(Over::Preview(preview, pages));
            Effect::none()
        }
        Err(error) => {
            let kind = if let Which::Of(kind) = which { kind } else { PaperKind::Plan };
            vec![Effect::Notify(Notice::problem(labels::problem(moment.words, kind, &error)))]
        }
    }
}

/// Papers were written, or some not.
pub(super) fn printed(state: &mut State, printed: Printed, moment: &Moment) -> Effects {
    let words = moment.words;
    let Printed { print, written, failed } = printed;
    if let [(_, PrintError::Exists(path))] = failed.as_slice()
        && print.which.len() == 1
        && let Some(papers) = &mut state.papers
    {
        let question = words.summary_over_question(path.display().to_string());
        papers.over = Some(Over::Exists(Confirm::new(words.summary_over(), question, print)));
        return Effect::none();
    }
    if let Some((which, error)) = failed.first() {
        let kind = if let Which::Of(kind) = which { *kind } else { PaperKind::Plan };
        let mut said = labels::problem(words, kind, error);
        if !written.is_empty() {
            said =
                format!("{} {said}", words.training_papers_some(failed.len() as i64, written.len() as i64));
        }
        return vec![Effect::Notify(Notice::problem(said))];
    }
    if let Some(papers) = &mut state.papers {
        papers.marked.clear();
    }
    let said = match written.as_slice() {
        [one] => words.training_papers_written(one.display().to_string()),
        several => {
            let folder = several.first().and_then(|path| path.parent()).unwrap_or(&print.path);
            words.training_papers_all(several.len() as i64, folder.display().to_string())
        }
    };
    vec![Effect::<Query, Command>::Notify(Notice::done(said))]
}
