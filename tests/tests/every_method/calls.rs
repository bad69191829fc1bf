use super::call::Interface;
interfaces! {}
