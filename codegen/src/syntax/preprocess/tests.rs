//! What the preprocessor makes of texts.
