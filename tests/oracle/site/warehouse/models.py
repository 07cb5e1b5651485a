from django.db import models


class Bin(models.Model):
    code = models.CharField(max_length=20)

    def __str__(self):
        return self.code


class Item(models.Model):
    name = models.CharField(max_length=80)
    quantity = models.IntegerField(default=0)
    bin = models.ForeignKey(Bin, models.SET_NULL, null=True, related_name="items")

    def __str__(self):
        return self.name

    @property
    def place(self):
        return self.bin.code if self.bin else "floor"

    def is_low(self):
        return self.quantity < 5


class Movement(models.Model):
    item = models.ForeignKey(Item, models.CASCADE, related_name="movements")
    change = models.IntegerField()
