//! Tables and charts of the text as they are printed, and as they are named on the screen.

use std::collections::HashMap;

use chrono::NaiveDate;
use uuid::Uuid;

use super::gather::{Material, groups};
use super::model::{ChartKind, Exhibit, Section, exhibits as found_in};
use crate::exchange::paper::{Block, Chart, Line, Series};
use crate::inbox::charts::{Charts, LEAST, Month};
use crate::inbox::labels;
use crate::inbox::model::Tendency;
use crate::survey;
use crate::survey::model::Survey;
use crate::words::{Language, Words};

/// Most topics a chart shows; the rest would be single reports.
const TOPICS: usize = 10;
/// Months a chart of tendency goes back.
pub const MONTHS: usize = 6;

/// What the tables and charts of a text are made of.
#[derive(Clone, Debug, Default)]
pub struct Exhibits {
    /// Survey rounds.
    pub rounds: HashMap<Uuid, Survey>,
    /// Charts that have enough reports.
    pub charts: HashMap<ChartKind, Chart>,
}

/// A survey round that can be placed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Round {
    /// Id.
    pub id: Uuid,
    /// Title.
    pub title: String,
    /// Its questions.
    pub questions: Vec<(Uuid, String)>,
}

/// Where a chart is too small to be drawn: so few reports may name somebody.
pub fn too_few(material: &Material) -> bool {
    (material.reports.len() as u64) < LEAST
}

/// A chart of the period; `months` are those up to its end. `None` when there are too few reports.
pub fn chart(kind: ChartKind, material: &Material, months: &[Month]) -> Option<Chart> {
    if too_few(material) {
        return None;
    }
    let chart = match kind {
        ChartKind::Topics => topics(material),
        ChartKind::Weeks => weeks(material),
        ChartKind::Months => tendency(months, material.period.to),
    };
    (!chart.categories.is_empty()).then_some(chart)
}

fn topics(material: &Material) -> Chart {
    let mut counts: Vec<(String, u64)> = groups(material)
        .into_iter()
        .filter(|group| group.topic.is_some())
        .map(|group| (group.name, group.reports as u64))
        .collect();
    counts.sort_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(&other.0)));
    counts.truncate(TOPICS);
    let (categories, values) = counts.into_iter().unzip();
    Chart {
        alt: "Số báo cáo theo lĩnh vực".to_owned(),
        of: "Lĩnh vực".to_owned(),
        categories,
        series: vec![Series { name: "Số báo cáo".to_owned(), values }],
        lies: true,
    }
}

fn weeks(material: &Material) -> Chart {
    let mut counted = Charts::default();
    let days = material.reports.iter().filter_map(|report| report.received_on);
    counted.set_weeks(days.filter(|day| (material.period.from..=material.period.to).contains(day)));
    let weeks = counted.weeks.into_iter().rev();
    let (categories, values) =
        weeks.map(|(monday, count)| (monday.format("%d/%m").to_string(), count)).unzip();
    Chart {
        alt: "Số báo cáo nhận được theo tuần (ngày thứ hai)".to_owned(),
        of: "Tuần từ ngày".to_owned(),
        categories,
        series: vec![Series { name: "Số báo cáo".to_owned(), values }],
        lies: false,
    }
}

fn tendency(months: &[Month], to: NaiveDate) -> Chart {
    let words = Words::of(Language::Vietnamese);
    let told = |month: &&Month| month.first <= to && month.streams.iter().sum::<u64>() > 0;
    let mut months: Vec<&Month> = months.iter().filter(told).take(MONTHS).collect();
    months.sort_by_key(|month| month.first);
    let series = Tendency::ALL.iter().enumerate().map(|(at, tendency)| Series {
        name: labels::tendency(words, *tendency).to_owned(),
        values: months.iter().map(|month| month.streams[at]).collect(),
    });
    Chart {
        alt: "Xu hướng ý kiến theo tháng (số luồng ý kiến)".to_owned(),
        of: "Tháng".to_owned(),
        categories: months.iter().map(|month| month.first.format("%m/%Y").to_string()).collect(),
        series: series.filter(|series| series.values.iter().any(|value| *value > 0)).collect(),
        lies: false,
    }
}

/// Numbers of the tables and charts of one paper.
#[derive(Clone, Copy, Debug, Default)]
pub struct Numbering {
    tables: usize,
    charts: usize,
}

/// A table or chart as it is printed, with its caption; nothing for what is gone or too small.
pub fn blocks(exhibit: Exhibit, exhibits: &Exhibits, numbering: &mut Numbering) -> Vec<Block> {
    let caption = |text: String| Block::Line(Line::centred(text).bold().after(6).keeping());
    match exhibit {
        Exhibit::Chart(kind) => {
            let Some(chart) = exhibits.charts.get(&kind) else { return Vec::new() };
            numbering.charts += 1;
            let text = format!("Biểu đồ {}. {}", numbering.charts, chart.alt);
            vec![caption(text), Block::Chart(chart.clone())]
        }
        Exhibit::Survey(round, only) => {
            let Some(survey) = exhibits.rounds.get(&round) else { return Vec::new() };
            let mut blocks = Vec::new();
            for question in survey.questions.iter().filter(|one| only.is_none_or(|id| one.id == Some(id))) {
                numbering.tables += 1;
                let text = survey::papers::caption(survey, question);
                blocks.push(caption(format!("Bảng {}. {text}", numbering.tables)));
                blocks.extend(survey::papers::placed(survey, question));
            }
            blocks
        }
    }
}

/// The tables and charts of some sections as a reader of the printed paper finds their lines, the caption first.
pub fn printed_lines(sections: &[Section], exhibits: &Exhibits) -> Vec<(Exhibit, Vec<String>)> {
    let mut numbering = Numbering::default();
    let placed = sections.iter().flat_map(|section| found_in(&section.body));
    let lines = |blocks: Vec<Block>| -> Vec<String> {
        let texts = blocks.into_iter().flat_map(|block| match block {
            Block::Line(line) => vec![line.text],
            Block::Table(table) => {
                let heads = table.columns.into_iter().map(|column| column.heading);
                heads.chain(table.rows.into_iter().flatten()).collect()
            }
            _ => Vec::new(),
        });
        texts.collect()
    };
    placed.map(|exhibit| (exhibit, lines(blocks(exhibit, exhibits, &mut numbering)))).collect()
}

/// A table or chart as the editor names it; `None` when the round or the question is gone.
pub fn named(words: &Words, exhibit: Exhibit, rounds: &[Round]) -> Option<String> {
    let (id, question) = match exhibit {
        Exhibit::Chart(kind) => return Some(chart_name(words, kind).to_owned()),
        Exhibit::Survey(id, question) => (id, question),
    };
    let round = rounds.iter().find(|round| round.id == id)?;
    Some(match question {
        None => words.summary_exhibit_round(round.title.as_str()),
        Some(question) => {
            let (_, said) = round.questions.iter().find(|(id, _)| *id == question)?;
            words.summary_exhibit_question(said.as_str(), round.title.as_str())
        }
    })
}

/// A chart by its name.
pub fn chart_name(words: &Words, kind: ChartKind) -> &str {
    match kind {
        ChartKind::Topics => words.summary_chart_topics(),
        ChartKind::Months => words.summary_chart_months(),
        ChartKind::Weeks => words.summary_chart_weeks(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::summary::gather::MaterialReport;
    use crate::summary::gather::tests::october;

    #[test]
    fn fewer_than_five_reports_are_not_drawn() {
        let mut material = october();
        assert_eq!(material.reports.len(), 4);
        for kind in ChartKind::ALL {
            assert_eq!(chart(kind, &material, &[]), None);
        }
        material.reports.push(MaterialReport {
            received_on: NaiveDate::from_ymd_opt(2026, 10, 20),
            ..MaterialReport::default()
        });
        let topics = chart(ChartKind::Topics, &material, &[]).unwrap();
        assert_eq!(topics.categories.len(), topics.series[0].values.len());
        assert!(topics.series[0].values.is_sorted_by(|one, other| one >= other));
        let weeks = chart(ChartKind::Weeks, &material, &[]).unwrap();
        assert_eq!(weeks.series[0].values.iter().sum::<u64>(), 5);
        assert_eq!(weeks.categories.last().map(String::as_str), Some("19/10"));
        assert_eq!(chart(ChartKind::Months, &material, &[]), None, "no month has enough");
    }

    #[test]
    fn months_go_up_to_the_end_of_the_period_and_empty_tendencies_drop_out() {
        let month = |first: &str, streams| Month { first: first.parse().unwrap(), reports: 9, streams };
        let months = [
            month("2026-11-01", [9, 9, 9, 9, 9]),
            month("2026-10-01", [3, 0, 2, 0, 0]),
            month("2026-09-01", [1, 0, 0, 0, 0]),
            month("2026-08-01", [0; 5]),
        ];
        let chart = tendency(&months, NaiveDate::from_ymd_opt(2026, 10, 31).unwrap());
        assert_eq!(chart.categories, ["09/2026", "10/2026"]);
        assert_eq!(
            chart.series.iter().map(|series| series.values.clone()).collect::<Vec<_>>(),
            [[1, 3], [0, 2]]
        );
    }
}
