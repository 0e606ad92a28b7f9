## Library.
