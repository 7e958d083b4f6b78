//! The form every fixed list of values has, in every room: an enumeration in the program, an identifier in the file.

/// An enumeration that is kept in the file as an English identifier. An identifier this version does not know reads as
/// the default, and stays in the file as it stands until a person changes it.
macro_rules! identifiers {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $id:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The identifier kept in the file and printed in JSON.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$variant => $id),+ }
            }
            /// The value of an identifier; the default for one that is not known.
            pub fn from_id(id: &str) -> Self {
                Self::ALL.iter().copied().find(|value| value.id() == id).unwrap_or_default()
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.id())
            }
        }
    };
}
pub(crate) use identifiers;
