//! Tests of the list.

use super::*;

#[derive(Clone, Debug, PartialEq)]
struct Number(u32);

impl Keyed for Number {
    type Id = u32;
    type Key = u32;
    fn id(&self) -> u32 {
        self.0
    }
    fn key(&self) -> u32 {
        self.0
    }
}

/// A store of the numbers from 0, paged by key.
struct Store(Vec<u32>);

impl Store {
    fn page(&self, wanted: &Wanted<u32>, count: usize) -> (Vec<Number>, bool) {
        let ids = &self.0;
        let (from, to) = match wanted {
            Wanted::First => (0, count),
            Wanted::Last => (ids.len().saturating_sub(count), ids.len()),
            Wanted::After(key) => {
                let at = ids.partition_point(|id| id <= key);
                (at, at + count)
            }
            Wanted::From(key) => {
                let at = ids.partition_point(|id| id < key);
                (at, at + count)
            }
            Wanted::Before(key) => {
                let at = ids.partition_point(|id| id < key);
                (at.saturating_sub(count), at)
            }
        };
        let more = match wanted {
            Wanted::Last | Wanted::Before(_) => from > 0,
            _ => to < ids.len(),
        };
        (ids[from..to.min(ids.len())].iter().copied().map(Number).collect(), more)
    }
}

fn serve(list: &mut List<Number>, store: &Store, wanted: Option<Wanted<u32>>) {
    if let Some(wanted) = wanted {
        let (rows, more) = store.page(&wanted, list.page(&wanted));
        list.fill(&wanted, rows, more);
    }
}

fn act(list: &mut List<Number>, store: &Store, action: &Action) {
    let moved = list.go(action).unwrap();
    serve(list, store, moved.wanted);
}

fn opened(count: u32, height: usize) -> (List<Number>, Store) {
    let store = Store((0..count).collect());
    let mut list = List::default();
    list.set_height(height);
    serve(&mut list, &store, Some(Wanted::First));
    list.set_total(u64::from(count));
    (list, store)
}

fn seen(list: &List<Number>) -> Vec<u32> {
    list.visible().map(|seen| seen.row.0).collect()
}

#[test]
fn a_long_list_is_walked_row_by_row_both_ways() {
    let (mut list, store) = opened(5_000, 10);
    for expected in 1..5_000 {
        act(&mut list, &store, &Action::Down);
        assert_eq!(list.current_id(), Some(expected));
        assert_eq!(list.position(), u64::from(expected) + 1);
        assert_eq!(seen(&list).len(), 10);
    }
    assert!(list.len() <= MOST + 60);
    act(&mut list, &store, &Action::Down);
    assert_eq!(list.current_id(), Some(4_999));
    for expected in (0..4_999).rev() {
        act(&mut list, &store, &Action::Up);
        assert_eq!(list.current_id(), Some(expected));
        assert_eq!(list.position(), u64::from(expected) + 1);
        assert_eq!(seen(&list).len(), 10);
    }
}

#[test]
fn no_key_is_lost_when_pages_come_only_at_the_edge() {
    let (mut list, store) = opened(2_000, 10);
    for (action, expected) in
        (1..2_000).map(|row| (Action::Down, row)).chain((0..1_999).rev().map(|row| (Action::Up, row)))
    {
        let moved = list.go(&action).unwrap();
        let at_once = moved.wanted.filter(|wanted| list.stands_before(wanted));
        serve(&mut list, &store, at_once);
        assert_eq!(list.current_id(), Some(expected), "{action:?}");
    }
}

#[test]
fn a_page_that_came_twice_is_taken_once() {
    let (mut list, store) = opened(500, 10);
    let end = list.len() as u32 - 1;
    let wanted = Wanted::After(end);
    for _ in 0..2 {
        let (rows, more) = store.page(&wanted, 60);
        list.fill(&wanted, rows, more);
    }
    let ids: Vec<u32> = list.rows.iter().map(|row| row.0).collect();
    assert_eq!(ids, (0..end + 61).collect::<Vec<_>>());
}

#[test]
fn home_and_end_of_a_list_that_is_not_loaded() {
    let (mut list, store) = opened(100_000, 20);
    act(&mut list, &store, &Action::End);
    assert_eq!(list.current_id(), Some(99_999));
    assert_eq!(list.position(), 100_000);
    assert_eq!(seen(&list), (99_980..100_000).collect::<Vec<_>>());
    act(&mut list, &store, &Action::PageUp);
    assert_eq!(list.current_id(), Some(99_980));
    act(&mut list, &store, &Action::Home);
    assert_eq!((list.current_id(), list.position()), (Some(0), 1));
    assert_eq!(seen(&list), (0..20).collect::<Vec<_>>());
}

#[test]
fn a_refresh_keeps_the_cursor_on_its_row_and_line() {
    let (mut list, mut store) = opened(500, 10);
    for _ in 0..30 {
        act(&mut list, &store, &Action::Down);
    }
    act(&mut list, &store, &Action::Up);
    let line = seen(&list).iter().position(|id| *id == 29).unwrap();
    // Rows above went away.
    store.0.retain(|id| ![3, 5, 7].contains(id));
    let wanted = list.refresh();
    serve(&mut list, &store, Some(wanted));
    assert_eq!(list.current_id(), Some(29));
    assert_eq!(seen(&list).iter().position(|id| *id == 29), Some(line));
    // The row itself went away: the next one takes its place.
    store.0.retain(|id| *id != 29);
    let wanted = list.refresh();
    serve(&mut list, &store, Some(wanted));
    assert_eq!(list.current_id(), Some(30));
    assert_eq!(seen(&list).iter().position(|id| *id == 30), Some(line));
}

#[test]
fn a_row_taken_out_leaves_the_cursor_on_the_next() {
    let (mut list, store) = opened(12, 5);
    act(&mut list, &store, &Action::Down);
    list.remove(1);
    assert_eq!(list.current_id(), Some(2));
    assert_eq!(list.total(), Some(11));
    list.remove(0);
    assert_eq!(list.current_id(), Some(2));
    act(&mut list, &store, &Action::End);
    list.remove(11);
    assert_eq!(list.current_id(), Some(10));
    for id in 2..11 {
        list.remove(id);
    }
    assert!(list.is_empty());
    assert_eq!((list.current_id(), list.position()), (None, 0));
    act(&mut list, &store, &Action::Down);
    assert!(list.is_empty());
}

#[test]
fn marks_are_kept_by_id() {
    let (mut list, store) = opened(300, 5);
    assert_eq!(list.chosen(), [0]);
    list.mark();
    list.mark();
    assert_eq!(list.chosen(), [0, 1]);
    let wanted = list.refresh();
    serve(&mut list, &store, Some(wanted));
    assert_eq!(list.visible().filter(|seen| seen.marked).count(), 2);
    list.unmark();
    assert_eq!(list.chosen(), [2]);
}

#[test]
fn a_lower_screen_keeps_the_cursor_in_sight() {
    let (mut list, store) = opened(100, 20);
    for _ in 0..15 {
        act(&mut list, &store, &Action::Down);
    }
    list.set_height(5);
    assert!(seen(&list).contains(&15));
    list.set_height(40);
    assert_eq!(seen(&list).len(), 40);
}
