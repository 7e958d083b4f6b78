use super::*;
use crate::summary::gather::tests::{id, october, outline, phrases};
use crate::summary::gather::{doubled, draft};
use crate::summary::model::citation;
use crate::words::Language;

fn kinds(sections: &[Section], material: &Material) -> Vec<&'static str> {
    check(sections, material).iter().map(Check::kind).collect()
}

fn drafted() -> Vec<Section> {
    draft(&october(), &outline(), &phrases())
}

/// The drafted sections with the lines of the matters that contain `words` taken out.
fn without(words: &str) -> Vec<Section> {
    let mut sections = drafted();
    let lines: Vec<&str> = sections[1].body.lines().filter(|line| !line.contains(words)).collect();
    sections[1].body = lines.join("\n");
    sections
}

#[test]
fn a_fresh_draft_lacks_only_what_nobody_decided_about() {
    assert_eq!(kinds(&drafted(), &october()), ["untriaged"]);
    let mut material = october();
    material.items.truncate(5);
    assert_eq!(kinds(&drafted(), &material), Vec::<&str>::new());
}

#[test]
fn a_hot_spot_must_be_cited_or_named() {
    let mut sections = without("Bồi thường");
    sections[1].body =
        sections[1].body.lines().filter(|line| !line.contains("bồi thường")).collect::<Vec<_>>().join("\n");
    let found = check(&sections, &october());
    assert_eq!(found[0], Check::HotSpotNotMentioned(id(500), "Bồi thường đường tránh".into()));
    sections[0].body.push_str("\nVề bồi thường đường tránh, xã đã họp dân.");
    assert!(!kinds(&sections, &october()).contains(&"hot_spot_not_mentioned"));
    let mut calm = october();
    calm.issues.get_mut(&id(500)).unwrap().grade = "watch".into();
    assert!(!kinds(&without("bồi thường"), &calm).contains(&"hot_spot_not_mentioned"));
}

#[test]
fn matters_and_streams_that_are_not_used_are_counted() {
    let found = check(&without("Có phản ánh"), &october());
    assert!(found.contains(&Check::ItemsNotUsed(vec![id(15)])), "{found:?}");
    // The agreeing few are the only ones of their tendency.
    let found = check(&without("thư viện"), &october());
    assert!(found.contains(&Check::MinorityLeftOut(vec![id(102)])), "{found:?}");
    // Another worry is told, so the strong one left out is no minority.
    let mut sections = drafted();
    sections[1].body = sections[1].body.replace(&citation(&[id(101), id(103)]), &citation(&[id(103)]));
    let found = check(&sections, &october());
    assert!(found.contains(&Check::StreamsLeftOut(vec![id(101)])), "{found:?}");
}

#[test]
fn an_unverified_rumour_must_be_told_as_one() {
    let mut sections = drafted();
    sections[1].body = sections[1].body.replace(
        "Trước tin đồn chưa được xác minh “thu phí cầu mới”, một số ý kiến của Nhân dân cho rằng sắp",
        "Nhân dân cho biết sắp",
    );
    let found = check(&sections, &october());
    assert_eq!(found[0], Check::RumourAsOpinion("Nhân dân cho biết sắp thu phí cầu mới.".into()));
    let mut known = october();
    known.items[3].rumour = Some(Verification::ConfirmedTrue);
    assert!(!kinds(&sections, &known).contains(&"rumour_as_opinion"));
}

#[test]
fn most_people_cannot_rest_on_one_report() {
    let mut sections = drafted();
    sections[1].body = sections[1].body.replace("Theo báo cáo của Thôn 1, đa số", "Đa số");
    assert!(kinds(&sections, &october()).contains(&"majority_on_one_report"));
    assert!(!kinds(&drafted(), &october()).contains(&"majority_on_one_report"));
}

#[test]
fn a_report_sent_again_is_told_as_long_as_both_are_used() {
    let mut material = october();
    let text = "Nhiều phụ huynh băn khoăn về giá bộ sách giáo khoa năm học mới, gia đình có hai con đi học gặp khó, mong \
        thư viện trường cho mượn sách và xã vận động tặng lại sách cũ.";
    material.items[0].lead = text.into();
    material.items[1].lead = text.replace("hai con", "ba con");
    material.items[1].report = 1;
    material.doubled = doubled(&material.items);
    let twice = |material: &Material| {
        check(&drafted(), material).into_iter().find_map(|check| match check {
            Check::CountedTwice(pairs) => Some(pairs),
            _ => None,
        })
    };
    let pairs = twice(&material).unwrap();
    assert_eq!((pairs[0].0.as_str(), pairs[0].1.as_str()), ("LA-H-0002", "LA-H-0001"), "{pairs:?}");
    material.items[1].triage = crate::inbox::model::Triage::Duplicate;
    assert_eq!(twice(&material), None);
}

#[test]
fn a_paper_without_its_office_is_told() {
    let mut material = october();
    assert!(!kinds(&drafted(), &material).contains(&"no_office_name"));
    material.named = false;
    assert!(kinds(&drafted(), &material).contains(&"no_office_name"));
}

#[test]
fn forecast_and_recommendation_are_missed() {
    let mut sections = drafted();
    sections[2].body.clear();
    sections[3].body = " \n".into();
    let found = kinds(&sections, &october());
    assert!(found.contains(&"no_forecast") && found.contains(&"no_recommendation"));
}

#[test]
fn every_check_has_words_in_both_languages() {
    let checks = [
        Check::NothingDecided(3),
        Check::Untriaged(1),
        Check::HotSpotNotMentioned(id(1), "Đường tránh".into()),
        Check::ItemsNotUsed(vec![id(1), id(2)]),
        Check::StreamsLeftOut(vec![id(1)]),
        Check::MinorityLeftOut(vec![id(1)]),
        Check::RumourAsOpinion("Câu dài ".repeat(30)),
        Check::MajorityOnOneReport("Đa số".into()),
        Check::CountedTwice(vec![("LA-H-0002".into(), "LA-H-0001".into(), 93); 5]),
        Check::NoOffice,
        Check::NoForecast,
        Check::NoRecommendation,
    ];
    for language in [Language::Vietnamese, Language::English] {
        let words = Words::new(language);
        for check in &checks {
            assert!(check.message(&words).len() > 10, "{check:?}");
        }
    }
    let words = Words::new(Language::Vietnamese);
    assert_eq!(checks[3].message(&words), "2 nội dung đủ điều kiện chưa đưa vào");
}
