//! A chart as a part of its own (ECMA-376 part 1, chapter 21.2): Word draws it, so that it is sharp on paper and its type is the
//! paper's. Its numbers stand in the part itself; there is no workbook behind it.

use super::super::{Chart, Profile};
use super::xml::{self, DECLARATION};

/// Namespace of charts.
pub(super) const CHART: &str = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";

/// Fills of the series: told apart in black and white, none of them red.
const FILLS: [&str; 5] = ["1F3864", "8EAADB", "BFBFBF", "7F7F7F", "EDEDED"];

/// `word/charts/chartN.xml`.
pub(super) fn part(chart: &Chart, profile: &Profile) -> String {
    let several = chart.series.len() > 1;
    let series: String = (0..chart.series.len()).map(|at| series(chart, at)).collect();
    let direction = if chart.lies { "bar" } else { "col" };
    let (grouping, overlap) =
        if several { ("stacked", "<c:overlap val=\"100\"/>") } else { ("clustered", "") };
    let legend =
        if several { "<c:legend><c:legendPos val=\"b\"/><c:overlay val=\"0\"/></c:legend>" } else { "" };
    let font = xml::escape(&profile.font);
    let size = xml::half_points(profile.table.size) * 50;
    format!(
        "{DECLARATION}<c:chartSpace xmlns:c=\"{CHART}\" xmlns:a=\"{MAIN}\"><c:roundedCorners val=\"0\"/><c:chart>\
         <c:autoTitleDeleted val=\"1\"/><c:plotArea><c:layout/><c:barChart><c:barDir val=\"{direction}\"/>\
         <c:grouping val=\"{grouping}\"/><c:varyColors val=\"0\"/>{series}<c:gapWidth val=\"60\"/>{overlap}\
         <c:axId val=\"1001\"/><c:axId val=\"1002\"/></c:barChart>{}</c:plotArea>{legend}\
         <c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart>\
         <c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>\
         <c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"{size}\"><a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill>\
         <a:latin typeface=\"{font}\"/><a:cs typeface=\"{font}\"/></a:defRPr></a:pPr><a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr>\
         </c:chartSpace>",
        axes(chart)
    )
}

fn series(chart: &Chart, at: usize) -> String {
    let Some(series) = chart.series.get(at) else { return String::new() };
    let count = chart.categories.len();
    let points = |texts: &mut dyn Iterator<Item = (usize, String)>| -> String {
        texts.map(|(at, text)| format!("<c:pt idx=\"{at}\"><c:v>{text}</c:v></c:pt>")).collect()
    };
    let names = points(&mut chart.categories.iter().map(|name| xml::escape(name)).enumerate());
    // A nought among stacked parts would only be a number in the way.
    let stacked = chart.series.len() > 1;
    let values = series.values.iter().enumerate().filter(|(_, value)| !stacked || **value > 0);
    let values = points(&mut values.map(|(at, value)| (at, value.to_string())));
    let light = matches!(FILLS[at % FILLS.len()], "1F3864" | "7F7F7F");
    let ink = if stacked && light { "FFFFFF" } else { "000000" };
    let place = if stacked { "ctr" } else { "outEnd" };
    format!(
        "<c:ser><c:idx val=\"{at}\"/><c:order val=\"{at}\"/><c:tx><c:strRef><c:f>S{at}</c:f><c:strCache><c:ptCount val=\"1\"/>\
         <c:pt idx=\"0\"><c:v>{}</c:v></c:pt></c:strCache></c:strRef></c:tx>\
         <c:spPr><a:solidFill><a:srgbClr val=\"{}\"/></a:solidFill><a:ln w=\"6350\"><a:solidFill><a:srgbClr val=\"404040\"/></a:solidFill></a:ln></c:spPr>\
         <c:invertIfNegative val=\"0\"/>\
         <c:dLbls><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr>\
         <a:solidFill><a:srgbClr val=\"{ink}\"/></a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang=\"vi-VN\"/></a:p></c:txPr>\
         <c:dLblPos val=\"{place}\"/><c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/>\
         <c:showSerName val=\"0\"/><c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>\
         <c:cat><c:strRef><c:f>N</c:f><c:strCache><c:ptCount val=\"{count}\"/>{names}</c:strCache></c:strRef></c:cat>\
         <c:val><c:numRef><c:f>V{at}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"{count}\"/>{values}\
         </c:numCache></c:numRef></c:val></c:ser>",
        xml::escape(&series.name),
        FILLS[at % FILLS.len()],
    )
}

/// The axis of names, and that of numbers, which stand at the bars and need no scale.
fn axes(chart: &Chart) -> String {
    let (order, names_at, numbers_at) = if chart.lies { ("maxMin", "l", "t") } else { ("minMax", "b", "l") };
    format!(
        "<c:catAx><c:axId val=\"1001\"/><c:scaling><c:orientation val=\"{order}\"/></c:scaling><c:delete val=\"0\"/>\
         <c:axPos val=\"{names_at}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1002\"/><c:crosses val=\"autoZero\"/>\
         <c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>\
         <c:valAx><c:axId val=\"1002\"/><c:scaling><c:orientation val=\"minMax\"/><c:min val=\"0\"/></c:scaling><c:delete val=\"1\"/>\
         <c:axPos val=\"{numbers_at}\"/><c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"none\"/>\
         <c:minorTickMark val=\"none\"/><c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1001\"/><c:crosses val=\"autoZero\"/></c:valAx>"
    )
}
