//! Words of the roster's enumerations and notices.

use super::model::{DecisionKind, ListField, Notice, Order, Sex, Status, UnitKind, UnitLevel};
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
