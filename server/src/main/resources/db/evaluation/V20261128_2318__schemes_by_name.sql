-- A post keeps one scheme under a name: keeping it again replaces it.
CREATE UNIQUE INDEX schemes_name ON evaluation.schemes (platform, by_post, name);
