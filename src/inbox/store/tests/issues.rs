//! The page of issues over a real file.

use uuid::Uuid;

use super::{Office, eyes, item, office, report};
use crate::inbox::issues::{Happened, IssueLine};
use crate::inbox::records::{IssueRecord, OrientationRecord};
use crate::inbox::store::{
    Ask, Decision, answer_to_issue, count, decide, insert_orientation, issue_card, issue_counts, issue_lines,
    issue_record, remove_issue, save_issue,
};

impl Office {
    fn issue(&mut self, title: &str, grade: &str, items: &[Uuid]) -> Uuid {
        let record = IssueRecord { title: title.into(), grade: grade.into(), ..IssueRecord::fresh() };
        let id = self.file.write("issue-enter", |tx| save_issue(tx, &record)).unwrap().value;
        let gather = Decision::Issue(Some(id));
        self.file.write(gather.action(), |tx| decide(tx, items, &gather)).unwrap();
        id
    }

    fn matters(&self) -> Vec<Uuid> {
        let mut found = self.file.connection().prepare("SELECT id FROM item ORDER BY id").unwrap();
        found.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap()
    }

    fn lines(&self) -> Vec<IssueLine> {
        let mut lines = issue_lines(self.file.connection()).unwrap();
        let counted = issue_counts(self.file.connection()).unwrap();
        for line in &mut lines {
            line.items = Some(counted.get(&line.id).copied().unwrap_or_default());
        }
        lines.sort_by(|one, other| one.title.cmp(&other.title));
        lines
    }
}

#[test]
fn the_count_of_an_issue_is_what_its_filter_opens_with() {
    let mut office = office();
    office.enter(&[
        report("2026-11-18 08:00", vec![item("Nước đục"), item("Giá sách")]),
        report("2026-11-20 08:00", vec![item("Nước yếu")]),
    ]);
    let matters = office.matters();
    office.issue("Nước sạch", "salient", &matters[..1]);
    office.issue("Nước sạch thôn 3 “Cổng Đồng”", "risk", &matters[1..]);
    office.issue("Sách", "watch", &[]);
    let lines = office.lines();
    let told: Vec<_> = lines.iter().map(|line| (line.title.as_str(), line.items.unwrap())).collect();
    assert_eq!(told, [("Nước sạch", 1), ("Nước sạch thôn 3 “Cổng Đồng”", 2), ("Sách", 0)]);
    for line in &lines {
        let filter = format!("vđ:\"{}\"", line.title.replace(['“', '”'], ""));
        let ask = Ask::of_filter(office.file.connection(), &filter, &eyes()).unwrap().unwrap();
        assert_eq!(count(office.file.connection(), &ask).unwrap(), line.items.unwrap(), "{filter}");
    }
    // Words of a title still find every issue that has them.
    let ask = Ask::of_filter(office.file.connection(), "vđ:\"nuoc sach\"", &eyes()).unwrap().unwrap();
    assert_eq!(count(office.file.connection(), &ask).unwrap(), 3);
}

#[test]
fn a_card_has_the_ladder_the_newest_items_and_what_answered_them() {
    let mut office = office();
    office.enter(&[
        report("2026-11-18 08:00", vec![item("Nước đục")]),
        report("2026-11-20 08:00", vec![item("Nước yếu")]),
    ]);
    let matters = office.matters();
    let id = office.issue("Nước sạch", "watch", &matters);
    let risen = |record: IssueRecord| IssueRecord { grade: "risk".into(), ..record };
    let record = risen(issue_record(office.file.connection(), id).unwrap().unwrap());
    office.file.write("issue-edit", |tx| save_issue(tx, &record)).unwrap();
    let answer = answer_to_issue(office.file.connection(), id).unwrap().unwrap();
    assert_eq!((answer.items.len(), answer.titles.len()), (2, 2));
    assert_eq!(answer.issue.as_ref().map(|(issue, _)| *issue), Some(id));
    let answer =
        OrientationRecord { title: "Trả lời".into(), content: "Đã súc rửa.".into(), ..answer };
    office.file.write("orientation-enter", |tx| insert_orientation(tx, &answer)).unwrap();

    let card = issue_card(office.file.connection(), id).unwrap().unwrap();
    let titles: Vec<_> = card.items.iter().map(|item| item.title.as_str()).collect();
    assert_eq!((titles, card.all_items), (vec!["Nước yếu", "Nước đục"], 2));
    assert_eq!(card.answers.len(), 1);
    assert_eq!(card.record.answer, "Đã súc rửa.");
    let told: Vec<_> = card.steps.into_iter().map(|step| step.what).collect();
    assert_eq!(
        told,
        [
            Happened::Answered,
            Happened::Grade("watch".into(), "risk".into()),
            Happened::Entered("watch".into(), "new".into())
        ]
    );
    assert!(office.lines()[0].has_answer && !office.lines()[0].is_answered(), "it was not sent");
}

#[test]
fn an_issue_that_is_taken_away_leaves_its_items_and_comes_back() {
    let mut office = office();
    office.enter(&[report("2026-11-18 08:00", vec![item("Nước đục")])]);
    let matters = office.matters();
    let id = office.issue("Nước sạch", "hot_spot", &matters);
    let hot = |office: &Office| {
        let ask = Ask::of_filter(office.file.connection(), "mức:điểmnóng", &eyes()).unwrap().unwrap();
        count(office.file.connection(), &ask).unwrap()
    };
    assert_eq!(hot(&office), 1);
    office.file.write("issue-remove", |tx| remove_issue(tx, id)).unwrap();
    assert!(office.lines().is_empty());
    assert_eq!((hot(&office), office.matters().len()), (0, 1));
    assert!(issue_card(office.file.connection(), id).unwrap().is_none());
    office.file.undo().unwrap();
    assert_eq!((office.lines().len(), hot(&office)), (1, 1));
}
