//! Where a chart will be: a row for every bar, over the height it takes on paper.

use super::super::{Align, Chart};
use super::flow::Unit;
use super::{Cell, Maker, PageLine, Printed, points};

/// Share of the width the names have.
const NAMES: f32 = 0.42;
/// Letters of the longest bar.
const LONGEST: u64 = 24;

impl Maker<'_> {
    pub(super) fn chart(&mut self, chart: &Chart, keep: bool) {
        let rows = chart.categories.len().max(1);
        let height = points(chart.height_mm()) / rows as f32;
        let most = chart.series.iter().flat_map(|series| &series.values).copied().max().unwrap_or(0).max(1);
        let lines = chart.categories.iter().enumerate().map(|(at, name)| {
            let said = if let [one] = chart.series.as_slice() {
                let value = one.values.get(at).copied().unwrap_or(0);
                let bar = "█".repeat(usize::try_from((value * LONGEST).div_ceil(most)).unwrap_or_default());
                format!("{bar} {value}")
            } else {
                let parts = chart.series.iter().filter_map(|series| {
                    let value = series.values.get(at).copied().filter(|value| *value > 0)?;
                    Some(format!("{} {value}", series.name))
                });
                parts.collect::<Vec<_>>().join(", ")
            };
            let cell = |text: String, share, align| Cell {
                lines: vec![Printed { text, align, ..Printed::default() }],
                share,
            };
            let cells =
                vec![cell(format!("{name} "), NAMES, Align::Right), cell(said, 1.0 - NAMES, Align::Left)];
            (PageLine::Cells { cells, ruled: false }, height)
        });
        let unit = Unit { before: 6.0, lines: lines.collect(), whole: true, keep, ..Unit::default() };
        self.units.push(unit);
    }
}
