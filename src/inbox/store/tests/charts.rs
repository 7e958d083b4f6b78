//! Charts of a list, over a real file.

use super::{at, eyes, office};
use crate::inbox::model::{NewItem, NewReport, NewStream, Tendency};
use crate::inbox::store::{Ask, charts, topics};

#[test]
fn charts_count_the_reports_topics_and_streams_of_the_list_and_no_others() {
    let mut office = office();
    let land =
        topics(office.file.connection()).unwrap().into_iter().find(|topic| topic.code == "dat_dai").unwrap();
    let report = |received: &str, about_land: bool| {
        let stream = |tendency| NewStream { tendency, ..NewStream::default() };
        let item = NewItem {
            title: if about_land { "Đất" } else { "Nước" }.into(),
            topics: about_land.then_some(land.id).into_iter().collect(),
            streams: vec![stream(Tendency::Worry), stream(Tendency::Agree)],
            ..NewItem::default()
        };
        NewReport { received_at: Some(at(received)), items: vec![item.clone(), item], ..NewReport::default() }
    };
    let land_days = ["2026-11-02", "2026-11-03", "2026-11-03", "2026-11-10", "2026-11-11"];
    let mut reports: Vec<NewReport> =
        land_days.iter().map(|day| report(&format!("{day} 08:00"), true)).collect();
    reports.push(report("2026-10-01 08:00", false));
    office.enter(&reports);
    let conn = office.file.connection();
    let of = |filter: &str| charts(conn, &Ask::of_filter(conn, filter, &eyes()).unwrap().unwrap()).unwrap();

    let all = of("");
    assert_eq!((all.reports, all.nowhere), (6, 6));
    let weeks: Vec<u64> = all.weeks.iter().map(|(_, count)| *count).collect();
    assert_eq!(weeks, [2, 3, 0, 0, 0, 0, 1]);
    assert_eq!(all.topics.iter().map(|topic| topic.count).collect::<Vec<_>>(), [10]);
    // October has one report: its streams are not told.
    let months: Vec<_> = all.months.iter().map(|month| (month.reports, month.streams)).collect();
    assert_eq!(months, [(5, [0, 10, 0, 10, 0]), (1, [0; 5])]);

    assert_eq!(of("đất").reports, 5);
    let few = of("nước");
    assert!(few.too_few() && few.weeks.is_empty() && few.topics.is_empty() && few.months.is_empty());
}
