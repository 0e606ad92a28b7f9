## Was geschehen ist.
