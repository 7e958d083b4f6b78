//! What fills the sections of a synthesis, and what its matters are gathered by.

/// What fills a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Source {
    /// Written by hand, or a heading over others.
    #[default]
    Free,
    /// The general situation.
    General,
    /// Counts, topics and tendencies beside those of the period before.
    Comparison,
    /// Matters from abroad.
    International,
    /// Matters of the country.
    Domestic,
    /// Matters of the place.
    Local,
    /// Matters wherever they are from.
    Matters,
    /// Salient issues, hot spots and risks of one.
    Issues,
    /// What the reports expect.
    Forecast,
    /// What the reports ask for.
    Recommendation,
    /// What was answered.
    Answers,
    /// Orientation for the next period.
    Orientation,
    /// The network of collaborators.
    Network,
    /// Reports received and sent.
    Reporting,
    /// Issues, cases handled and answered.
    Cases,
    /// Giao ban, classes and survey rounds.
    Training,
    /// What is planned for the next period.
    Next,
}

impl Source {
    const ALL: [(Self, &'static str); 17] = [
        (Self::Free, ""),
        (Self::General, "general"),
        (Self::Comparison, "comparison"),
        (Self::International, "international"),
        (Self::Domestic, "domestic"),
        (Self::Local, "local"),
        (Self::Matters, "matters"),
        (Self::Issues, "issues"),
        (Self::Forecast, "forecast"),
        (Self::Recommendation, "recommendation"),
        (Self::Answers, "answers"),
        (Self::Orientation, "orientation"),
        (Self::Network, "network"),
        (Self::Reporting, "reporting"),
        (Self::Cases, "cases"),
        (Self::Training, "training"),
        (Self::Next, "next"),
    ];

    /// The identifier kept in the file.
    pub fn id(self) -> &'static str {
        Self::ALL.iter().find(|(source, _)| *source == self).map_or("", |(_, id)| id)
    }

    /// The value of an identifier; free for one that is not known.
    pub fn from_id(id: &str) -> Self {
        Self::ALL.iter().find(|(_, known)| *known == id).map_or(Self::Free, |(source, _)| *source)
    }

    /// True where streams and items of the period are told.
    pub fn tells_matters(self) -> bool {
        matches!(self, Self::International | Self::Domestic | Self::Local | Self::Matters)
    }

    /// The area whose matters it tells; `None` for all or for none.
    pub fn area(self) -> Option<&'static str> {
        matches!(self, Self::International | Self::Domestic | Self::Local).then(|| self.id())
    }

    /// True where the office's own work is told: what it did is counted only for outlines that tell it.
    pub fn tells_work(self) -> bool {
        matches!(self, Self::Network | Self::Reporting | Self::Cases | Self::Training | Self::Next)
    }
}

/// What matters are gathered by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// By topic, matters of one issue together.
    #[default]
    Topic,
    /// By issue; matters of none by topic.
    Issue,
    /// By the unit that reported.
    Unit,
}

impl Grouping {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Topic, Self::Issue, Self::Unit];

    /// The identifier kept in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Topic => "topic",
            Self::Issue => "issue",
            Self::Unit => "unit",
        }
    }

    /// The value of an identifier; by topic for one that is not known.
    pub fn from_id(id: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.id() == id).unwrap_or_default()
    }

    /// The next one.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Topic => Self::Issue,
            Self::Issue => Self::Unit,
            Self::Unit => Self::Topic,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_come_back() {
        for (source, id) in Source::ALL {
            assert_eq!((source.id(), Source::from_id(id)), (id, source));
        }
        for grouping in Grouping::ALL {
            assert_eq!(Grouping::from_id(grouping.id()), grouping);
        }
        assert_eq!((Source::from_id("x"), Grouping::from_id("")), (Source::Free, Grouping::Topic));
        let round = Grouping::ALL.map(Grouping::next);
        assert_eq!(round, [Grouping::Issue, Grouping::Unit, Grouping::Topic]);
    }
}
