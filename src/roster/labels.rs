//! Words of the roster's enumerations and notices.

use chrono::{Datelike, NaiveDate};

use super::model::{
    Change, Column, DecisionKind, Destination, Ending, Excused, FilterProblem, Leftover, ListField, Move,
    Notice, Order, OutputKind, Plan, ROSTER_VIEWS, Remark, Roster, SavedView, Sex, Show, Status, UnitKind,
    UnitLevel,
};
use crate::words::Words;

/// Words of a status.
pub fn status(words: &Words, status: Status) -> &str {
    match status {
        Status::Active => words.roster_status_active(),
        Status::Paused => words.roster_status_paused(),
        Status::Ended => words.roster_status_ended(),
        Status::Moved => words.roster_status_moved(),
    }
}

/// Words of a sex; empty when it is not known.
pub fn sex(words: &Words, sex: Sex) -> &str {
    match sex {
        Sex::Unknown => "",
        Sex::Male => words.roster_sex_male(),
        Sex::Female => words.roster_sex_female(),
    }
}

/// Words of an order.
pub fn order(words: &Words, order: Order) -> &str {
    match order {
        Order::Given => words.roster_order_given(),
        Order::Family => words.roster_order_family(),
        Order::Unit => words.roster_order_unit(),
    }
}

/// What the list is put in the order of.
pub fn column(words: &Words, column: Column) -> &str {
    match column {
        Column::Given => words.roster_sort_given(),
        Column::Family => words.roster_sort_family(),
        Column::Unit => words.roster_column_unit(),
        Column::Post => words.roster_column_post(),
        Column::Phone => words.roster_column_phone(),
        Column::Term => words.roster_sort_term(),
        Column::Status => words.roster_column_status(),
        Column::Trained => words.roster_sort_trained(),
    }
}

/// A unit's name, or that there is none.
pub fn unit_or_none<'a>(words: &'a Words, name: &'a str) -> &'a str {
    if name.is_empty() { words.roster_chart_no_unit() } else { name }
}

/// When terms end.
pub fn ending(words: &Words, ending: Ending) -> String {
    match ending {
        Ending::Over => words.roster_chart_over().to_owned(),
        Ending::Quarter(year, quarter) => words.roster_chart_quarter(i64::from(quarter), year.to_string()),
        Ending::Unknown => words.roster_chart_no_end().to_owned(),
    }
}

/// Ages from and to; `None`: not known.
pub fn age(words: &Words, band: Option<(i32, i32)>) -> String {
    match band {
        Some((0, to)) => words.roster_chart_age_under(i64::from(to) + 1),
        Some((from, 150..)) => words.roster_chart_age_over(i64::from(from)),
        Some((from, to)) => words.roster_chart_age(i64::from(from), i64::from(to)),
        None => words.roster_chart_no_age().to_owned(),
    }
}

/// Sex in a sum.
pub fn sex_of(words: &Words, sex: Sex) -> &str {
    match sex {
        Sex::Female => words.roster_chart_women(),
        Sex::Male => words.roster_chart_men(),
        Sex::Unknown => words.roster_chart_no_sex(),
    }
}

/// Name of a filter.
pub fn view_name<'a>(words: &'a Words, view: &'a SavedView) -> &'a str {
    view_called(words, &view.code, &view.name)
}

/// The same: a shipped one the office left as it came is called so in every language.
pub fn view_called<'a>(words: &'a Words, code: &str, name: &'a str) -> &'a str {
    let shipped = ROSTER_VIEWS.iter().find(|(known, shipped, _)| *known == code && *shipped == name);
    shipped.and_then(|(code, ..)| words.by_id(&format!("roster-view-{code}"))).unwrap_or(name)
}

/// Why a filter cannot be read.
pub fn filter_problem(words: &Words, problem: &FilterProblem) -> String {
    match problem {
        FilterProblem::Key(part) => words.roster_filter_key(part.as_str()),
        FilterProblem::Group(value) => words.roster_filter_group(value.as_str()),
        FilterProblem::Number(value) => words.roster_filter_number(value.as_str()),
        FilterProblem::Unit(name) => words.roster_filter_unit(name.as_str()),
    }
}

/// What a notice of an import says. Row numbers are written without grouping, as Excel shows them.
pub fn notice(words: &Words, notice: &Notice) -> String {
    let n = |row: &u32| row.to_string();
    match notice {
        Notice::NoValidName { row, text } if text.is_empty() => words.roster_notice_no_name_empty(n(row)),
        Notice::NoValidName { row, text } => words.roster_notice_no_name(n(row), text.as_str()),
        Notice::NoUnitName { row, text } => words.roster_notice_no_unit(n(row), text.as_str()),
        Notice::UnreadablePhone { row, text } => words.roster_notice_phone(n(row), text.as_str()),
        Notice::UnreadableEmail { row, text } => words.roster_notice_email(n(row), text.as_str()),
        Notice::UnreadableBirth { row, text } => words.roster_notice_birth(n(row), text.as_str()),
        Notice::SexUnclear { row, text } => words.roster_notice_sex(n(row), text.as_str()),
        Notice::DittoFromAbove { row, unit } => words.roster_notice_ditto(n(row), unit.as_str()),
        Notice::SameAsRow { row, earlier, name } => {
            words.roster_notice_same(n(earlier), name.as_str(), n(row))
        }
        Notice::Suspected { row, name, other } => {
            words.roster_notice_suspected(name.as_str(), other.as_str(), n(row))
        }
        Notice::Moved { row, name, from, to } => {
            words.roster_notice_moved(from.as_str(), name.as_str(), n(row), to.as_str())
        }
        Notice::SensitiveLeftOut(columns) => words.roster_notice_sensitive(columns.join(", ")),
        Notice::ColumnsLeftOut(columns) => words.roster_notice_ignored(columns.join(", ")),
    }
}

/// Words of a level.
pub fn level(words: &Words, level: UnitLevel) -> &str {
    match level {
        UnitLevel::Unknown => words.roster_level_none(),
        UnitLevel::Central => words.roster_level_central(),
        UnitLevel::Province => words.roster_level_province(),
        UnitLevel::District => words.roster_level_district(),
        UnitLevel::Commune => words.roster_level_commune(),
        UnitLevel::Base => words.roster_level_base(),
    }
}

/// Words of a kind of unit.
pub fn unit_kind(words: &Words, kind: UnitKind) -> &str {
    match kind {
        UnitKind::Territorial => words.roster_unit_kind_territorial(),
        UnitKind::Party => words.roster_unit_kind_party(),
        UnitKind::State => words.roster_unit_kind_state(),
        UnitKind::Front => words.roster_unit_kind_front(),
        UnitKind::Armed => words.roster_unit_kind_armed(),
        UnitKind::Enterprise => words.roster_unit_kind_enterprise(),
        UnitKind::School => words.roster_unit_kind_school(),
    }
}

/// Words of a kind of decision.
pub fn decision(words: &Words, kind: DecisionKind) -> &str {
    match kind {
        DecisionKind::Appoint => words.roster_decision_appoint(),
        DecisionKind::Renew => words.roster_decision_renew(),
        DecisionKind::Move => words.roster_decision_move(),
        DecisionKind::Pause => words.roster_decision_pause(),
        DecisionKind::End => words.roster_decision_end(),
        DecisionKind::Commend => words.roster_decision_commend(),
    }
}

/// What a column of a list holds.
pub fn list_field(words: &Words, field: ListField) -> &str {
    match field {
        ListField::Number => words.roster_list_number(),
        ListField::FullName => words.roster_list_full_name(),
        ListField::FamilyMiddle => words.roster_list_family(),
        ListField::Given => words.roster_list_given(),
        ListField::Sex => words.roster_list_sex(),
        ListField::Male => words.roster_list_male(),
        ListField::Female => words.roster_list_female(),
        ListField::Birth => words.roster_list_birth(),
        ListField::Unit => words.roster_list_unit(),
        ListField::Post => words.roster_list_post(),
        ListField::ConcurrentPost => words.roster_list_concurrent(),
        ListField::Phone => words.roster_list_phone(),
        ListField::Email => words.roster_list_email(),
        ListField::PhoneEmail => words.roster_list_phone_email(),
        ListField::Term => words.roster_list_term(),
        ListField::TermFrom => words.roster_list_term_from(),
        ListField::TermTo => words.roster_list_term_to(),
        ListField::Code => words.roster_list_code(),
        ListField::DecisionNumber => words.roster_list_decision(),
        ListField::DecisionDate => words.roster_list_decision_date(),
        ListField::Address => words.roster_list_address(),
        ListField::Allowance => words.roster_list_allowance(),
        ListField::Note => words.roster_list_note(),
        ListField::Sensitive => words.roster_list_sensitive(),
        ListField::Ignored => words.roster_list_ignored(),
    }
}

/// Whom the list shows; of who went long ago, after how many years.
pub fn show(words: &Words, show: Option<Show>, retention: u32) -> String {
    match show {
        None => words.roster_show_all().to_owned(),
        Some(Show::Active) => words.roster_status_active().to_owned(),
        Some(Show::Overdue) => words.roster_show_overdue().to_owned(),
        Some(Show::Paused) => words.roster_status_paused().to_owned(),
        Some(Show::Former) => words.roster_show_former().to_owned(),
        Some(Show::NoPhone) => words.roster_no_phone().to_owned(),
        Some(Show::NoUnit) => words.roster_show_no_unit().to_owned(),
        Some(Show::PastRetention) => words.roster_show_retention(i64::from(retention)),
    }
}

/// Which list is written.
pub fn output(words: &Words, kind: OutputKind) -> &str {
    match kind {
        OutputKind::List => words.roster_output_list(),
        OutputKind::Allowance => words.roster_output_allowance(),
        OutputKind::Commended => words.roster_output_commended(),
    }
}

/// A span as a paper calls it: tháng 11/2026, quý IV/2026, năm 2026, else from a day to a day.
pub fn span(words: &Words, from: NaiveDate, to: NaiveDate) -> String {
    let months = (to.year() - from.year()) * 12 + to.month() as i32 - from.month() as i32 + 1;
    let whole = from.day() == 1 && to.succ_opt().is_some_and(|next| next.day() == 1);
    let year = from.year().to_string();
    match (whole, months, from.month0()) {
        (true, 1, month) => words.roster_span_month((month + 1).to_string(), year),
        (true, 3, month) if month % 3 == 0 => {
            words.roster_span_quarter(["I", "II", "III", "IV"][month as usize / 3], year)
        }
        (true, 12, 0) => words.roster_span_year(year),
        _ => {
            let day = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
            words.roster_span_days(day(from), day(to))
        }
    }
}

/// What happens to units.
pub fn change(words: &Words, change: Change) -> &str {
    match change {
        Change::Merge => words.roster_change_merge(),
        Change::Rename => words.roster_change_rename(),
        Change::Split => words.roster_change_split(),
        Change::Abolish => words.roster_change_abolish(),
    }
}

/// What becomes of the people of an abolished unit.
pub fn leftover(words: &Words, leftover: Leftover) -> &str {
    match leftover {
        Leftover::Above => words.roster_leftover_above(),
        Leftover::End => words.roster_leftover_end(),
        Leftover::Stay => words.roster_leftover_stay(),
    }
}

/// What a unit need not report.
pub fn excused(words: &Words, excused: &Excused) -> String {
    let (from, to) = excused.period;
    words.roster_reorganise_excuse(excused.duty.as_str(), span(words, from, to))
}

/// Where a line of a plan goes.
pub fn destination(words: &Words, plan: &Plan, line: &Move, roster: &Roster) -> String {
    match line.to {
        Destination::Successor(at) => plan.wish.successor_name(at, roster).to_owned(),
        Destination::Above(Some(above)) => roster.unit_named(above).unwrap_or_default().to_owned(),
        Destination::Above(None) => words.roster_reorganise_root().to_owned(),
        Destination::End => words.roster_reorganise_ends(words.day(plan.wish.last_day())),
        Destination::Stay => words.roster_reorganise_stays().to_owned(),
    }
}

/// What a plan does, in a sentence.
pub fn plan_title(words: &Words, plan: &Plan, roster: &Roster) -> String {
    let wish = &plan.wish;
    let day = words.day(wish.on);
    let names: Vec<&str> = wish.units.iter().filter_map(|id| roster.unit_named(*id)).collect();
    let first = names.first().copied().unwrap_or_default();
    let to = || {
        let names: Vec<&str> = (0..wish.successors.len()).map(|at| wish.successor_name(at, roster)).collect();
        names.join(", ")
    };
    match wish.change {
        Change::Rename => words.roster_plan_rename(day, to(), first),
        Change::Split => words.roster_plan_split(day, first, to()),
        Change::Abolish if wish.successors.is_empty() => words.roster_plan_abolish(day, names.join(", ")),
        Change::Merge | Change::Abolish => words.roster_plan_merge(day, names.join(", "), to()),
    }
}

/// What is to be looked at before a plan is carried out.
pub fn remark(words: &Words, remark: &Remark) -> String {
    match remark {
        Remark::TwoHeads { unit, post, names } => {
            words.roster_remark_heads(names.join(", "), post.as_str(), unit.as_str())
        }
        Remark::SamePerson { unit, name } => words.roster_remark_person(name.as_str(), unit.as_str()),
        Remark::SameName { above, name } if above.is_empty() => words.roster_remark_name_root(name.as_str()),
        Remark::SameName { above, name } => words.roster_remark_name(above.as_str(), name.as_str()),
        Remark::NameTaken(name) => words.roster_remark_taken(name.as_str()),
        Remark::Empty(unit) => words.roster_remark_empty(unit.as_str()),
        Remark::LeftBehind(people) => words.roster_remark_left(*people as i64),
        Remark::RulesEnd(rules) => words.roster_remark_rules(*rules as i64),
        Remark::Future => words.roster_remark_future().to_owned(),
    }
}
