"""How notices give and take posts: 任命王涛为…, 李敏同志任…，免去…职务."""
