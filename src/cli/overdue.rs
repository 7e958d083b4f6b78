//! `duluan overdue`.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use chrono::{Local, NaiveDate};

use super::{CliError, Context, Exit, Table};
use crate::file::FileError;
use crate::inbox::labels::duties as labels;
use crate::inbox::model::duties::{Duty, Span, Standing};
use crate::inbox::overdue::{Bound, Sheet, Who, overdue_json};
use crate::inbox::store::{Sight, all_duties, sheet};
use crate::summary::store as syntheses;
use crate::text::dates::{Period, parse_period};
use crate::words::Words;

/// Arguments of `duluan overdue`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The office's file.
    pub file: PathBuf,
    /// Periods that end in this one.
    #[arg(long, value_name = "P")]
    pub period: Option<String>,
    /// One JSON document.
    #[arg(long)]
    pub json: bool,
}

/// Runs the command.
///
/// # Errors
/// [`CliError`] when the file cannot be used or the period cannot be read.
pub fn run(args: &Args, ctx: &Context) -> Result<Exit, CliError> {
    let (words, today) = (&ctx.words, Local::now().date_naive());
    let asked = args.period.as_deref().map(|text| {
        parse_period(text, today).map_err(|_| CliError::WrongUse(words.summary_bad_period(text)))
    });
    let asked = asked.transpose()?;
    let file = ctx.open(&args.file)?;
    let conn = file.connection();
    let broken = |error: rusqlite::Error| CliError::file(&args.file)(FileError::from(error));
    let duties = all_duties(conn).map_err(broken)?;
    let sent = syntheses::sent(conn).map_err(broken)?;
    let sight = Sight { today, order: ctx.settings.name_order };
    let mut sheets = Vec::new();
    for duty in &duties {
        if let Some(numbers) = numbers(duty, asked, today) {
            sheets.push(sheet(conn, duty, numbers, &sent, &sight).map_err(broken)?);
        }
    }
    if args.json {
        ctx.json(&sheets.iter().flat_map(overdue_json).collect::<Vec<_>>())?;
    } else if duties.is_empty() {
        ctx.complain(words.overdue_none_yet());
    } else if sheets.is_empty() {
        ctx.complain(words.overdue_no_period(args.period.clone().unwrap_or_default()));
    } else {
        for sheet in &sheets {
            tell(sheet, ctx)?;
        }
    }
    Ok(Exit::Done)
}

/// The periods of a duty that end in the one that was asked for; without one the newest whose due day is over.
fn numbers(duty: &Duty, asked: Option<Period>, today: NaiveDate) -> Option<RangeInclusive<i64>> {
    let Some(asked) = asked else {
        let last = duty.last_due(today);
        return Some(last..=last);
    };
    let ends = |number: &i64| duty.span(*number).is_some_and(|span| asked.contains(span.to));
    // What has not begun is nobody's yet.
    let last = duty.number(asked.to).min(duty.number(today));
    let mut found = (duty.number(asked.from)..=last).filter(ends);
    let first = found.next()?;
    Some(first..=found.next_back().unwrap_or(first))
}

/// A paragraph for each period: how many stand how, then who is missing, late or excused.
fn tell(sheet: &Sheet, ctx: &Context) -> Result<(), CliError> {
    let words = &ctx.words;
    let duty = &sheet.duty;
    for (at, (span, due)) in sheet.periods.iter().enumerate() {
        let mut head = vec![duty.name.clone(), labels::period(words, duty, *span)];
        head.push(labels::days(duty, *span));
        head.push(words.overdue_due(words.day(*due)));
        head.push(labels::counts(words, sheet, at));
        head.retain(|part| !part.is_empty());
        ctx.say(crate::text::for_terminal(&head.join(" · ")))?;
        let mut table = Table::new();
        for standing in [Standing::Missing, Standing::Late, Standing::Excused] {
            for row in sheet.rows.iter().filter(|row| row.who != Who::Office) {
                if row.cells.get(at).is_some_and(|cell| cell.standing == standing) {
                    table.row(line(row, at, *span, words));
                }
            }
        }
        for line in table.lines() {
            ctx.say(line)?;
        }
    }
    Ok(())
}

fn line(row: &Bound, at: usize, span: Span, words: &Words) -> [String; 4] {
    let cell = &row.cells[at];
    let came = row.came[cell.came.clone()].first().map(|came| words.overdue_came(words.day(came.on)));
    let told = came.unwrap_or_else(|| row.reason(span).unwrap_or_default().to_owned());
    let standing = labels::came_to(words, cell.standing, cell.late);
    [format!("  {standing}"), row.name.clone(), row.unit.clone(), told]
}
